//! The dialog that adds something to a playlist.

mod known;
mod list;
mod write;

use leptos::prelude::*;

use super::{
    components::{sheet, trouble},
    dom::{El, Piece, Var, derived, el, follow},
    parts,
    state::use_deck,
};
use crate::{
    oauth::{Scope, ScopeSet},
    session::Meant,
    spotify::{Error, SpotifyUri},
};

/// What reading the listener's playlists and adding to them needs. Which of the
/// last two depends on the playlist; asked for together it is one trip.
const NEEDED: [Scope; 4] = [
    Scope::PlaylistReadPrivate,
    Scope::PlaylistReadCollaborative,
    Scope::PlaylistModifyPublic,
    Scope::PlaylistModifyPrivate,
];

/// Something to add, and what it is called.
#[derive(Clone)]
pub struct Wanted {
    uri: SpotifyUri,
    name: String,
}

/// The dialog, which is open while there is something to add.
#[derive(Clone, Copy)]
pub struct Adding(Var<Option<Wanted>>);

impl Adding {
    /// Opens it, to add this.
    pub fn open(self, uri: SpotifyUri, name: String) {
        self.0.set(Some(Wanted { uri, name }));
    }

    /// Opens it to go on with what the listener was about to add before they
    /// went to Spotify for the permission; from then on it says itself what it
    /// is about.
    fn follow(self, meant: Var<Option<Meant>>) {
        if let Some(Meant::Add(uri, name)) = meant.get_untracked() {
            self.open(uri, name);
        }
        follow(move || match self.0.get() {
            Some(wanted) => meant.set(Some(Meant::Add(wanted.uri, wanted.name))),
            None if matches!(meant.get_untracked(), Some(Meant::Add(..))) => meant.set(None),
            None => {}
        });
    }

    /// Closes it.
    pub fn close(self) {
        self.0.set(None);
    }
}

/// The dialog, for everything that is written below from now on.
pub fn provide_adding() -> El {
    let adding = Adding(Var::new(None));
    provide_context(adding);
    let place = use_deck().place;
    // It belongs to the page below it.
    follow(move || {
        place.route();
        adding.close();
    });
    let is_open = derived(move || adding.0.with(Option::is_some));
    let close = move || adding.close();
    let dialog = sheet(
        "adding",
        || "Add to playlist",
        is_open,
        close,
        move || {
            let wanted = adding.0.get();
            wanted.map_or(Piece::NONE, |wanted| parts::adding_sheet(adding, wanted))
        },
    );
    // Behind the dialog: it can open once it is on the page.
    adding.follow(use_deck().meant);
    dialog.class("sheet adding")
}

/// What is in it, to add this.
pub fn adding_sheet(adding: Adding, wanted: &Wanted) -> Piece {
    let needed: ScopeSet = NEEDED.into_iter().collect();
    let lacking = needed.without(use_deck().granted());
    if lacking.is_empty() {
        let what = el("p").class("fine").text(&wanted.name);
        Piece::from(what).and(list::playlists(adding, &wanted.uri))
    } else {
        trouble(&Error::ScopesNotGranted(lacking), || ()).into()
    }
}
