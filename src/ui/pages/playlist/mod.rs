//! A playlist.

mod foreign;
mod items;

use std::sync::Arc;

use foreign::foreign;
use items::items;
use leptos::prelude::untrack;

use crate::{
    oauth::Scope,
    player::What,
    spotify::{
        Error, PlaylistId, Refusal, SpotifyUri,
        endpoints::{
            commands::{PlayContext, Start},
            playlists,
        },
        model::{Playlist, SimplifiedPlaylist, Visibility},
    },
    ui::{
        components::{open_spotify, page_trouble},
        dom::{El, Piece, el, live, pieces},
        items::{
            Head, counted, description, dotted, head_waiting, pin_button, rows_waiting, thing_head,
        },
        state::{Load, use_call, use_deck},
    },
};

/// How the ids of playlists begin that Spotify makes itself: apps like this one
/// do not get to see them (contract 6.2).
const MADE_BY_SPOTIFY: &str = "37i9dQZ";

/// What to say then.
const HIDDEN: (&str, &str) = (
    "Spotify keeps this one to itself",
    "Playlists that Spotify makes are hidden from apps like this one since 2024. Spotify’s own app \
     shows and plays it.",
);

/// A playlist.
pub fn playlist(id: PlaylistId) -> Piece {
    let client = use_deck().client();
    let is_hidden = id.as_str().starts_with(MADE_BY_SPOTIFY);
    let uri = SpotifyUri::from(id.clone());
    let listed = client.known::<SimplifiedPlaylist>(&uri);
    let visibility = listed.and_then(|playlist| playlist.visibility());
    let reading = use_call(move || playlists::playlist(&id, visibility));
    live(move || match reading.state() {
        Load::Waiting => pieces([
            head_waiting("Playlist").into(),
            rows_waiting("Reading the playlist"),
        ]),
        Load::Ready(playlist) => shown(&playlist),
        Load::Failed(error) => {
            let (title, body) = HIDDEN;
            let other = (is_hidden && error == Error::NotFound).then(|| {
                let open = uri
                    .open_spotify()
                    .map(|href| open_spotify(&href, "this playlist"));
                (title, body, open.into())
            });
            let error = lacking(error);
            page_trouble("Playlist", &error, other, move || reading.retry())
        }
    })
}

/// That a playlist is private is known only once Spotify refuses to show it.
fn lacking(error: Error) -> Error {
    match error {
        Error::Forbidden(Refusal::InsufficientScope) => Error::ScopesNotGranted(
            [Scope::PlaylistReadPrivate, Scope::PlaylistReadCollaborative]
                .into_iter()
                .collect(),
        ),
        error => error,
    }
}

fn shown(playlist: &Arc<Playlist>) -> Piece {
    let deck = use_deck();
    untrack(|| deck.pins().look());
    let is_own = deck.is_listener(playlist.owner.as_ref());
    let play = (playlist.item_total != Some(0)).then(|| {
        let start = PlayContext::Playlist(playlist.id.clone(), Start::Position(0));
        deck.player().playing(What::Context(start))
    });
    let head = thing_head(Head {
        eyebrow: &eyebrow(playlist, is_own),
        name: &playlist.name,
        images: &playlist.images,
        lines: vec![facts(playlist, is_own).into()],
        uri: Some(playlist.id.clone().into()),
        play,
        // To unfollow one's own is to delete it (contract 4.3).
        is_kept: !is_own,
        actions: pin_button(&playlist.id).into(),
        open_spotify: playlist.external_urls.open_spotify(),
    });
    let contents = if playlist.items.is_some() || is_own {
        items(playlist)
    } else {
        foreign().into()
    };
    pieces([head.into(), description(&playlist.description), contents])
}

fn eyebrow(playlist: &Playlist, is_own: bool) -> String {
    let whose = if is_own { "yours" } else { "" };
    let visibility = match playlist.visibility() {
        Some(Visibility::Private) => "private",
        Some(Visibility::Collaborative) => "collaborative",
        Some(Visibility::Public) if is_own => "public",
        Some(Visibility::Public) | None => "",
    };
    dotted(&["Playlist", whose, visibility])
}

fn facts(playlist: &Playlist, is_own: bool) -> String {
    let owner = playlist.owner.as_ref().filter(|_| !is_own);
    let owner = owner.map(|owner| {
        let name = owner.display_name.as_deref();
        format!("By {}", name.unwrap_or(owner.id.as_str()))
    });
    let count = playlist.item_total.map(|total| counted(total, "item"));
    dotted(&[&owner.unwrap_or_default(), &count.unwrap_or_default()])
}

/// A note with a heading, in place of a list.
fn note(title: &str, words: &[&str]) -> El {
    let words: Vec<_> = words.iter().map(|words| el("p").text(words)).collect();
    el("section")
        .class("panel in-place")
        .with(el("h2").text(title))
        .with(words)
}
