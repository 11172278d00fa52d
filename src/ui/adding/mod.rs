//! The dialog that adds something to a playlist.

mod known;
mod list;
mod write;

use leptos::{prelude::*, web_sys::HtmlDialogElement};

use super::{
    components::{Icon, icon_button, trouble},
    dom::{El, Piece, Var, el, follow, live},
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

/// The dialog, which is open while there is something to add.
#[derive(Clone, Copy)]
pub struct Adding(Var<Option<SpotifyUri>>);

impl Adding {
    /// Opens it, to add this.
    pub fn open(self, uri: SpotifyUri) {
        self.0.set(Some(uri));
    }

    /// Opens it to go on with what the listener was about to add before they
    /// went to Spotify for the permission; from then on it says itself what it
    /// is about.
    fn follow(self, meant: Var<Option<Meant>>) {
        if let Some(Meant::Add(uri)) = meant.get_untracked() {
            self.open(uri);
        }
        follow(move || match self.0.get() {
            Some(uri) => meant.set(Some(Meant::Add(uri))),
            None if matches!(meant.get_untracked(), Some(Meant::Add(_))) => meant.set(None),
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
    let head = el("header")
        .class("quota-head")
        .with(el("h2").attr("id", "adding").text("Add to playlist"))
        .with(icon_button(Icon::Close, "Close", move || adding.close()));
    let dialog = el("dialog")
        .class("quota adding")
        .attr("aria-labelledby", "adding")
        .on("close", move |_| adding.close())
        .with(head)
        .with(live(move || {
            adding.0.get().map(|uri| contents(adding, &uri))
        }));
    let own = dialog.of::<HtmlDialogElement>();
    // After the contents: what is to have the keyboard is in them.
    follow(move || show(own.as_ref(), adding.0.with(Option::is_some)));
    // It belongs to the page below it.
    follow(move || {
        place.route();
        adding.close();
    });
    adding.follow(use_deck().meant);
    dialog
}

fn show(dialog: Option<&HtmlDialogElement>, is_open: bool) {
    match dialog {
        // It is on the page and not open, so it can be opened.
        Some(dialog) if is_open && !dialog.open() => drop(dialog.show_modal()),
        Some(dialog) if !is_open && dialog.open() => dialog.close(),
        _ => {}
    }
}

fn contents(adding: Adding, uri: &SpotifyUri) -> Piece {
    let needed: ScopeSet = NEEDED.into_iter().collect();
    let lacking = needed.without(use_deck().granted());
    if lacking.is_empty() {
        list::playlists(adding, uri)
    } else {
        trouble(&Error::ScopesNotGranted(lacking), || ()).into()
    }
}
