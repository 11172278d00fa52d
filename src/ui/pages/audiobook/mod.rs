//! An audiobook.

use std::sync::Arc;

use crate::{
    spotify::{
        AudiobookId, Window,
        endpoints::audiobooks,
        model::{Audiobook, SimplifiedChapter, SimplifiedEpisode},
    },
    ui::{
        components::Act,
        dom::{Piece, pieces},
        items::{
            Head, Shape, copyright, counted, description, dotted, explicit, listing, more,
            rows_waiting, spoken_row, thing_head, thing_page, until_there,
        },
        state::{Asked, Deck, Listed, Part, use_deck, use_paged},
    },
};

/// What to say where there are none (contract 4.1).
const MISSING: (&str, &str) = (
    "No audiobook here",
    "Spotify has audiobooks only in some countries: the United States, the United Kingdom, Canada, \
     Ireland, New Zealand and Australia. Elsewhere it answers that there is none.",
);

/// An audiobook.
pub fn audiobook(id: AudiobookId) -> Piece {
    thing_page(
        "Audiobook",
        move || audiobooks::audiobook(&id),
        Some(MISSING),
        || rows_waiting("Reading the audiobook"),
        shown,
    )
}

fn shown(book: &Arc<Audiobook>) -> Piece {
    let count = book.total_chapters.map(|count| counted(count, "chapter"));
    let by = |who: &str, people: &[String]| {
        (!people.is_empty()).then(|| format!("{who} {}", people.join(", ")))
    };
    let facts = dotted(&[
        &count.unwrap_or_default(),
        book.edition.as_deref().unwrap_or_default(),
    ]);
    let people = dotted(&[
        &by("By", &book.authors).unwrap_or_default(),
        &by("read by", &book.narrators).unwrap_or_default(),
    ]);
    let head = thing_head(Head {
        eyebrow: "Audiobook",
        name: &book.name,
        images: &book.images,
        lines: vec![
            people.into(),
            Piece::from(book.explicit.then(explicit)).and(facts),
        ],
        uri: Some(book.id.clone().into()),
        play: going_on(book),
        is_kept: true,
        actions: Piece::NONE,
        open_spotify: book.external_urls.open_spotify(),
    });
    pieces([
        head.into(),
        description(&book.description),
        chapters(book),
        copyright(&book.copyrights).into(),
    ])
}

/// Goes on with the first chapter that was not heard to its end, or begins
/// anew.
fn going_on(book: &Audiobook) -> Option<Act> {
    let chapters: Vec<_> = book.chapters.items().map(|one| &one.episode).collect();
    let is_open =
        |chapter: &&SimplifiedEpisode| !chapter.resume_point.unwrap_or_default().is_fully_played;
    let first = chapters.iter().position(is_open).unwrap_or_default();
    use_deck().player().going_on(chapters.get(first..)?)
}

fn chapters(book: &Arc<Audiobook>) -> Piece {
    let deck = use_deck();
    let id = book.id.clone();
    let list = move |chapter: Option<&SimplifiedChapter>, place: u32| {
        let listed = chapter.map(|chapter| listed(deck, chapter, place));
        listed.into_iter().collect()
    };
    let first = Part::of(&book.chapters, list);
    let paged = use_paged(Some(first), move |at| {
        Asked::of(audiobooks::chapters(&id, Window::from(at)), list)
    });
    pieces([
        until_there(paged, || Piece::NONE, "Spotify lists no chapters of this."),
        listing(Shape::Rows, "Chapters", paged, move || paged.entries()).into(),
        more(paged, Window::USUAL_SIZE).into(),
    ])
}

fn listed(deck: Deck, chapter: &SimplifiedChapter, place: u32) -> Listed {
    let chapter = Arc::new(chapter.clone());
    Listed::new(move || {
        // Some books count their chapters from 0 and some do not.
        let number = place + 1;
        let play = deck.player().going_on(&[&chapter.episode]);
        spoken_row(&chapter.episode, &number.to_string(), play)
    })
}
