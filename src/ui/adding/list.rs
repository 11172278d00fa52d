use std::rc::Rc;

use super::{Adding, known::was_seen_in, write::add};
use crate::{
    platform,
    spotify::{SpotifyUri, Window, endpoints::playlists, model::SimplifiedPlaylist},
    ui::{
        components::cover,
        dom::{El, Piece, Var, el, pieces},
        items::{Shape, filter_field, filtered, listing, more, rows_waiting, until_there},
        state::{Asked, Deck, Listed, use_deck, use_paged},
    },
};

/// The edge of a cover in CSS pixels.
const COVER: u32 = 40;

/// The playlists that `uri` can be added to: the listener's own, and those they
/// may change.
pub fn playlists(adding: Adding, uri: &SpotifyUri) -> Piece {
    let deck = use_deck();
    let uri = uri.clone();
    let paged = use_paged(None, move |at| {
        let uri = uri.clone();
        Asked::of(playlists::mine(Window::from(at)), move |entry, _| {
            let playlist = entry.filter(|playlist| may_change(deck, playlist));
            let listed = playlist.map(|playlist| listed(deck, adding, &uri, playlist));
            listed.into_iter().collect()
        })
    });
    let text = Var::new(String::new());
    pieces([
        filter_field("Filter playlists", text, true).into(),
        until_there(
            paged,
            || rows_waiting("Reading your playlists"),
            "You have no playlists yet.",
        ),
        listing(Shape::Rows, "Your playlists", paged, move || {
            filtered(paged, text)
        })
        .into(),
        more(paged, Window::USUAL_SIZE).into(),
    ])
}

/// Whether it is the listener's, or others' who let them change it.
fn may_change(deck: Deck, playlist: &SimplifiedPlaylist) -> bool {
    playlist.collaborative || deck.is_listener(playlist.owner.as_ref())
}

fn listed(deck: Deck, adding: Adding, uri: &SpotifyUri, playlist: &SimplifiedPlaylist) -> Listed {
    let (playlist, uri) = (Rc::new(playlist.clone()), uri.clone());
    Listed {
        text: platform::small_letters(&playlist.name),
        released: None,
        make: Box::new(move || choice(deck, adding, &uri, &playlist)),
    }
}

fn choice(deck: Deck, adding: Adding, uri: &SpotifyUri, playlist: &Rc<SimplifiedPlaylist>) -> El {
    let note = if was_seen_in(&deck.client(), playlist, uri) {
        "Already in it".to_owned()
    } else {
        let total = playlist.item_total.unwrap_or_default();
        format!("{} items", platform::number(total))
    };
    let (own, uri) = (Rc::clone(playlist), uri.clone());
    let button = el("button")
        .attr("type", "button")
        .class("adding-choice")
        .with(cover(&playlist.images, COVER))
        .with(
            el("span")
                .class("row-main")
                .with(el("strong").text(&playlist.name))
                .with(el("span").class("row-artists").text(&note)),
        )
        .on_click(move || {
            adding.close();
            add(deck, &own, &uri);
        });
    el("li").with(button)
}
