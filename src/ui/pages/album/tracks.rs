use std::{cell::Cell, rc::Rc, sync::Arc};

use crate::{
    player::What,
    ports::Millis,
    spotify::{
        AlbumId, Window,
        endpoints::{
            albums,
            commands::{PlayContext, Start},
        },
        model::{Album, SimplifiedAlbum, SimplifiedTrack},
    },
    ui::{
        dom::{El, Piece, el, live, pieces},
        items::{Entry, Row, Shape, listing, long_length, more, until_there},
        state::{Asked, Deck, Listed, Part, use_deck, use_paged},
    },
};

/// The tracks of the album, by its discs if it has several.
pub fn tracks(album: &Arc<Album>) -> Piece {
    let deck = use_deck();
    let discs = Discs {
        deck,
        id: album.id.clone(),
        header: Arc::new(album.simplified()),
        has_several: has_several_discs(album),
        last: Cell::new(0),
        length: Cell::new(Millis::ZERO),
    };
    let discs = Rc::new(discs);
    let listed = Rc::clone(&discs);
    let is_long = album.tracks.next.is_some();
    let first = Part::of(&album.tracks, |track, place| discs.list(track, place));
    let paged = use_paged(Some(first), move |at| {
        let discs = Rc::clone(&discs);
        let call = albums::tracks(&discs.id, Window::from(at));
        Asked::of(call, move |track, place| discs.list(track, place))
    });
    pieces([
        until_there(
            paged,
            || Piece::NONE,
            "Spotify lists no tracks of this album.",
        ),
        listing(Shape::Rows, "Tracks", paged, move || paged.entries()).into(),
        more(paged, Window::USUAL_SIZE).into(),
        live(move || in_all(is_long && !paged.has_more(), listed.length.get())),
    ])
}

/// How long a long album is, once all of it is read; of others the head says so.
fn in_all(is_said: bool, length: Millis) -> Option<El> {
    let words = format!("{} in all", long_length(length));
    is_said.then(|| el("p").class("fine").text(&words))
}

/// Whether it has more than one, as far as its first page tells: a long one is
/// taken to have.
fn has_several_discs(album: &Album) -> bool {
    album.tracks.next.is_some() || album.tracks.items().any(|track| track.disc_number > 1)
}

/// Makes rows of tracks, with a heading where another disc begins.
struct Discs {
    deck: Deck,
    id: AlbumId,
    header: Arc<SimplifiedAlbum>,
    has_several: bool,
    last: Cell<u32>,
    /// How long all are that were listed so far.
    length: Cell<Millis>,
}

impl Discs {
    fn list(&self, track: Option<&SimplifiedTrack>, place: u32) -> Vec<Listed> {
        let Some(track) = track else {
            return Vec::new();
        };
        let disc = track.disc_number;
        self.length.set(self.length.get() + track.duration);
        let begins = self.last.replace(disc) != disc && self.has_several;
        let heading = begins.then(|| Listed::new(move || heading(disc)));
        let start = Start::Position(place);
        let play = What::Context(PlayContext::Album(self.id.clone(), start));
        let row = Row {
            entry: Entry::on_album(track, &self.header),
            mark: track.track_number.to_string(),
            play: Some(self.deck.player.playing(play)),
            has_cover: false,
            added: None,
        };
        let row = Listed::new(move || row.clone().write());
        heading.into_iter().chain([row]).collect()
    }
}

fn heading(disc: u32) -> El {
    el("li")
        .class("disc")
        .with(el("h2").text(&format!("Disc {disc}")))
}
