//! An episode of a show, or a chapter of an audiobook: both have the same kind
//! of id (contract 3.1).

use std::sync::Arc;

use crate::{
    route::Route,
    spotify::{
        EpisodeId, Error, SpotifyUri,
        endpoints::{audiobooks, episodes},
        model::{Chapter, Episode, SimplifiedEpisode},
    },
    ui::{
        components::{page_note, page_trouble},
        dom::{Piece, live, pieces},
        items::{
            Entry, Head, Named, description, dotted, explicit, head_waiting, long_length, named,
            released, resume, thing_head, thing_page,
        },
        menu::{Subject, page_menu_button},
        state::{Load, use_call, use_deck},
    },
};

/// An episode or a chapter, whichever it is.
pub fn episode(id: EpisodeId) -> Piece {
    let uri = SpotifyUri::from(id.clone());
    if use_deck().client().known::<Chapter>(&uri).is_some() {
        return chapter(id);
    }
    let own = id.clone();
    let reading = use_call(move || episodes::episode(&own));
    live(move || match reading.state() {
        Load::Waiting => head_waiting("Episode").into(),
        Load::Ready(episode) => of_show(&episode),
        Load::Failed(Error::NotFound) => chapter(id.clone()),
        Load::Failed(error) => page_trouble("Episode", &error, None, move || reading.retry()),
    })
}

fn chapter(id: EpisodeId) -> Piece {
    thing_page(
        "Episode",
        move || audiobooks::chapter(&id),
        None,
        || Piece::NONE,
        of_book,
    )
}

fn of_show(episode: &Arc<Episode>) -> Piece {
    let from = episode.show.as_ref().map(Named::show);
    shown(&episode.simplified(), "Episode", from.as_ref())
}

fn of_book(chapter: &Arc<Chapter>) -> Piece {
    let from = chapter.audiobook.as_ref().map(|book| Named {
        name: book.name.clone(),
        page: Some(Route::Audiobook(book.id.clone())),
    });
    shown(&chapter.episode, "Chapter", from.as_ref())
}

fn shown(episode: &SimplifiedEpisode, kind: &str, from: Option<&Named>) -> Piece {
    let entry = Entry {
        by: from.cloned().into_iter().collect(),
        ..Entry::of_episode(episode)
    };
    let play = use_deck().player().going_on(&[episode]);
    let play = play.filter(|_| entry.obstacle.is_none());
    let facts = dotted(&[
        &released(episode.release_date),
        &long_length(episode.duration),
    ]);
    let facts = Piece::from(episode.explicit.then(explicit)).and(facts);
    let progress = resume(episode.resume_point, episode.duration);
    let obstacle = entry.obstacle.map(|obstacle| page_note(obstacle.words()));
    let head = thing_head(Head {
        eyebrow: kind,
        name: &episode.name,
        images: &episode.images,
        lines: vec![from.map(named).into(), facts, progress.into()],
        uri: entry.uri.clone(),
        play: play.clone(),
        // Chapters are kept as part of their audiobook.
        is_kept: kind == "Episode",
        actions: page_menu_button(Subject { entry, play }),
        open_spotify: episode.external_urls.open_spotify(),
    });
    pieces([
        head.into(),
        obstacle.into(),
        description(&episode.description),
    ])
}
