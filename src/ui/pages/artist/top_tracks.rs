use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    route::{ResultKind, Route, Search},
    spotify::{
        ArtistId, Call, Client, Error, Page, SpotifyUri, Window,
        endpoints::me::{self, TimeRange},
        model::{Artist, Track},
    },
    ui::{
        components::{button, link, trouble},
        dom::{El, Piece, Var, el, live, pieces},
        items::{Entry, row, rows},
        state::use_deck,
    },
};

/// The ranges of the listener's own top tracks, the longest first.
const RANGES: [TimeRange; 3] = [
    TimeRange::LongTerm,
    TimeRange::MediumTerm,
    TimeRange::ShortTerm,
];

/// What stands in for the top tracks of an artist, which Spotify no longer
/// tells (contract 5.1): those among the listener's own, and a search.
pub fn top_tracks(artist: &Arc<Artist>) -> Piece {
    let client = use_deck().client();
    let (looked, trouble_met) = (RwSignal::new(0_u32), Var::new(None::<Error>));
    let search = Search::for_text(
        &format!("artist:\"{}\"", artist.name),
        Some(ResultKind::Tracks),
    );
    let look = {
        let client = client.clone();
        move || {
            let asking = client.read(call(TimeRange::LongTerm));
            spawn_local(async move {
                trouble_met.set(asking.await.err());
                looked.try_update(|count| *count += 1);
            });
        }
    };
    let id = artist.id.clone();
    let found = live(move || {
        looked.get();
        if let Some(error) = trouble_met.get() {
            return trouble(&error, look.clone()).into();
        }
        match of_artist(&client, &id) {
            None => button("Look among your own top tracks", look.clone()).into(),
            Some(tracks) if tracks.is_empty() => {
                Piece::from(el("p").text("None of theirs is among your own top tracks."))
            }
            Some(tracks) => rows_of(&tracks).into(),
        }
    });
    let note = el("p")
        .class("lead")
        .text(
            "Spotify no longer tells apps which tracks of an artist are played most. Your own top \
             tracks may have some of theirs, and ",
        )
        .with(link(Route::Search(search)).text("a search for the artist"))
        .text(" finds the rest.");
    el("section")
        .class("top-of-artist")
        .attr("aria-labelledby", "top-tracks")
        .with(pieces([
            el("h2").attr("id", "top-tracks").text("Top tracks").into(),
            note.into(),
            found,
        ]))
        .into()
}

fn call(range: TimeRange) -> Call<Page<Track>> {
    me::top_tracks(range, Window::first())
}

/// Those of the listener's top tracks that are by this artist, each once; `None`
/// if none of the lists is known.
fn of_artist(client: &Client, id: &ArtistId) -> Option<Vec<Track>> {
    let known: Vec<_> = RANGES
        .into_iter()
        .filter_map(|range| client.peek(&call(range)))
        .collect();
    let mut found: Vec<Track> = Vec::new();
    for track in known.iter().flat_map(|page| page.items()) {
        let is_theirs = track
            .artists
            .iter()
            .any(|artist| artist.id.as_ref() == Some(id));
        if is_theirs && !found.iter().any(|other| other.uri == track.uri) {
            found.push(track.clone());
        }
    }
    (!known.is_empty()).then_some(found)
}

fn rows_of(tracks: &[Track]) -> El {
    let player = use_deck().player();
    let uris: Vec<SpotifyUri> = tracks
        .iter()
        .filter_map(|track| track.uri.clone())
        .collect();
    let row_of = |(place, track): (usize, &Track)| {
        row(
            &Entry::from(track),
            &(place + 1).to_string(),
            player.playing_uris(&uris, place),
        )
    };
    rows(tracks.iter().enumerate().map(row_of).collect())
}
