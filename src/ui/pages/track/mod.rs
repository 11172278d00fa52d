//! A track.

use std::sync::Arc;

use crate::{
    player::What,
    spotify::{
        TrackId,
        endpoints::{
            commands::{PlayContext, Start},
            tracks,
        },
        model::Track,
    },
    ui::{
        components::{Act, page_note},
        dom::{El, Piece, el, pieces},
        items::{
            Entry, Head, all_named, clock_length, dotted, explicit, named, released, thing_head,
            thing_page,
        },
        menu::{Subject, page_menu_button},
        state::use_deck,
    },
};

/// A track.
pub fn track(id: TrackId) -> Piece {
    thing_page(
        "Track",
        move || tracks::track(&id),
        None,
        || Piece::NONE,
        shown,
    )
}

fn shown(track: &Arc<Track>) -> Piece {
    let entry = Entry::from(&**track);
    let play = playing(track).filter(|_| entry.obstacle.is_none());
    let length = clock_length(track.duration);
    let by = Piece::from(track.explicit.then(explicit)).and(all_named(&entry.by));
    let from = entry.from.as_ref();
    let head = thing_head(Head {
        eyebrow: "Track",
        name: &track.name,
        images: &track.album.images,
        lines: vec![
            by,
            dotted(&[&length, &released(track.album.release_date)]).into(),
        ],
        uri: track.uri.clone().filter(|_| !track.is_local),
        play: play.clone(),
        is_kept: true,
        actions: page_menu_button(Subject {
            entry: entry.clone(),
            play,
        }),
        open_spotify: track.external_urls.open_spotify(),
    });
    let obstacle = entry.obstacle.map(|obstacle| page_note(obstacle.words()));
    let facts = el("dl")
        .class("facts")
        .with(fact("Album", from.map(named).unwrap_or_default()))
        .with(place(track).map(|place| fact("Place", place.into())))
        .with(
            track
                .external_ids
                .isrc
                .as_deref()
                .map(|isrc| fact("ISRC", el("code").text(isrc).into())),
        );
    pieces([head.into(), obstacle.into(), facts.into()])
}

/// Plays its album from it on, or else it alone.
fn playing(track: &Track) -> Option<Act> {
    let player = use_deck().player();
    let uri = track.uri.clone()?;
    let (Some(album), Ok(item)) = (track.album.id.clone(), uri.clone().try_into()) else {
        return player.playing_uris(&[uri], 0);
    };
    let context = PlayContext::Album(album, Start::Item(item));
    Some(player.playing(What::Context(context)))
}

/// Where on its album it is.
fn place(track: &Track) -> Option<String> {
    let total = track.album.total_tracks.filter(|total| *total > 0);
    let of = total.map(|total| format!(" of {total}"));
    (track.track_number > 0).then(|| match track.disc_number {
        0 | 1 => format!("Track {}{}", track.track_number, of.unwrap_or_default()),
        disc => format!("Disc {disc}, track {}", track.track_number),
    })
}

fn fact(name: &str, what: Piece) -> Piece {
    pieces([el("dt").text(name).into(), El::with(el("dd"), what).into()])
}
