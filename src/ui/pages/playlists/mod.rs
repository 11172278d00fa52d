//! The listener's playlists.

use std::rc::Rc;

use crate::{
    oauth::{Scope, ScopeSet},
    platform,
    route::Route,
    spotify::{
        Error, Window,
        endpoints::playlists::mine,
        model::{SimplifiedPlaylist, Visibility},
    },
    ui::{
        components::{button, cover, link, open_spotify, page_heading, page_trouble},
        dom::{El, Piece, Var, el, pieces},
        items::{
            Shape, counted, dotted, filter_field, filtered, listing, more, rows_waiting,
            small_pin_button, until_there,
        },
        state::{Asked, Deck, Listed, Paged, use_deck, use_paged},
    },
};

/// The edge of a cover in CSS pixels.
const COVER: u32 = 48;

/// The listener's playlists: their own, and those they follow.
pub fn playlists() -> Piece {
    let deck = use_deck();
    let granted = deck.granted();
    if !granted.contains(Scope::PlaylistReadPrivate) {
        let error = Error::ScopesNotGranted(to_read().without(granted));
        return page_trouble("Playlists", &error, None, || ());
    }
    let paged = use_paged(None, move |at| {
        Asked::of(mine(Window::from(at)), move |playlist, _| {
            let listed = playlist.map(|playlist| listed(deck, playlist));
            listed.into_iter().collect()
        })
    });
    let text = Var::new(String::new());
    pieces([
        page_heading("Your library", "Playlists").into(),
        left_out(granted).into(),
        filter_field("Filter playlists", text, false).into(),
        how_many(paged, text),
        until_there(
            paged,
            || rows_waiting("Reading your playlists"),
            "You have no playlists yet. Those you make or follow in Spotify appear here.",
        ),
        listing(Shape::Rows, "Playlists", paged, move || {
            filtered(paged, text)
        })
        .into(),
        more(paged, Window::USUAL_SIZE).into(),
    ])
}

fn to_read() -> ScopeSet {
    let scopes = [Scope::PlaylistReadPrivate, Scope::PlaylistReadCollaborative];
    scopes.into_iter().collect()
}

/// Without the second permission Spotify leaves some out and does not say so
/// (contract 1.4).
fn left_out(granted: ScopeSet) -> Option<El> {
    let lacking = to_read().without(granted);
    let deck = use_deck();
    (!lacking.is_empty()).then(|| {
        el("div")
            .class("notice")
            .with(el("p").text("Playlists that you edit together with others are left out."))
            .with(button("Grant this permission", move || {
                deck.ask_for(lacking);
            }))
    })
}

/// What the filter looks through.
fn how_many(paged: Paged, text: Var<String>) -> Piece {
    let words = move || {
        let found = filtered(paged, text).len();
        let is_filtered = !text.get().trim().is_empty();
        let (read, total) = paged.progress();
        let total = total.filter(|total| *total > read).map(platform::number);
        let read_so_far = platform::number(read);
        match (total, is_filtered) {
            _ if read == 0 => String::new(),
            (Some(total), true) => {
                format!("{found} of the {read_so_far} that were read; there are {total}.")
            }
            (Some(total), false) => format!("{read_so_far} of {total} so far."),
            (None, true) => format!("{found} of {read_so_far}."),
            (None, false) => format!("{read_so_far} in all."),
        }
    };
    el("p")
        .class("fine filter-note")
        .attr("role", "status")
        .live_text(words)
        .into()
}

fn listed(deck: Deck, playlist: &SimplifiedPlaylist) -> Listed {
    let playlist = Rc::new(playlist.clone());
    Listed {
        text: platform::small_letters(&format!("{} {}", playlist.name, owner(deck, &playlist))),
        released: None,
        make: Box::new(move || row(deck, &playlist)),
    }
}

fn owner(deck: Deck, playlist: &SimplifiedPlaylist) -> String {
    match &playlist.owner {
        Some(owner) if deck.is_listener(Some(owner)) => "Yours".to_owned(),
        Some(owner) => {
            let name = owner.display_name.as_deref();
            format!("By {}", name.unwrap_or(owner.id.as_str()))
        }
        None => String::new(),
    }
}

fn row(deck: Deck, playlist: &SimplifiedPlaylist) -> El {
    let name = if playlist.name.trim().is_empty() {
        "Without a name"
    } else {
        &playlist.name
    };
    let visibility = match playlist.visibility() {
        Some(Visibility::Private) => "private",
        Some(Visibility::Collaborative) => "collaborative",
        Some(Visibility::Public) | None => "",
    };
    let count = playlist.item_total.map(|total| counted(total, "item"));
    let line = dotted(&[
        &owner(deck, playlist),
        visibility,
        &count.unwrap_or_default(),
    ]);
    let page = link(Route::Playlist(playlist.id.clone()));
    let main = el("span")
        .class("row-main")
        .with(
            el("strong")
                .class("row-title")
                .with(page.class("quiet-link").text(name)),
        )
        .with(el("span").class("row-artists").text(&line));
    let open = playlist.external_urls.open_spotify();
    let tools = el("span")
        .class("row-tools")
        .with(small_pin_button(&playlist.id, name))
        .with(open.map(|href| open_spotify(href, name)));
    el("li")
        .class("row of-playlist")
        .with(cover(&playlist.images, COVER))
        .with(main)
        .with(tools)
}
