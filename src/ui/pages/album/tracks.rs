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
        dom::{El, Piece, Var, el, live, pieces},
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
        are_several: Var::new(false),
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

/// Makes rows of tracks, with a heading where another disc begins. The heading
/// of the first is only seen once there is a second: until all of a long album is
/// read, nobody knows.
struct Discs {
    deck: Deck,
    id: AlbumId,
    header: Arc<SimplifiedAlbum>,
    are_several: Var<bool>,
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
        let are_several = self.are_several;
        if disc > 1 {
            are_several.set_if_new(true);
        }
        let begins = self.last.replace(disc) != disc;
        let heading = begins.then(|| Listed::new(move || heading(disc, are_several)));
        let start = Start::Position(place);
        let play = What::Context(PlayContext::Album(self.id.clone(), start));
        let row = Row {
            entry: Entry::on_album(track, &self.header),
            mark: track.track_number.to_string(),
            play: Some(self.deck.player().playing(play)),
            has_cover: false,
            added: None,
        };
        let row = Listed::new(move || row.clone().write());
        heading.into_iter().chain([row]).collect()
    }
}

fn heading(disc: u32, are_several: Var<bool>) -> El {
    el("li")
        .class("disc")
        .live_flag("hidden", move || !are_several.get())
        .with(el("h2").text(&format!("Disc {disc}")))
}
