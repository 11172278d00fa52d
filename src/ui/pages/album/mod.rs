//! An album.

mod tracks;

use std::sync::Arc;

use tracks::tracks;

use crate::{
    player::What,
    ports::Millis,
    spotify::{
        AlbumId,
        endpoints::{
            albums,
            commands::{PlayContext, Start},
        },
        model::Album,
    },
    ui::{
        dom::{Piece, pieces},
        items::{
            Head, Named, album_kind, all_named, copyright, counted, dotted, long_length, released,
            rows_waiting, thing_head, thing_page, year,
        },
        state::use_deck,
    },
};

/// An album.
pub fn album(id: AlbumId) -> Piece {
    thing_page(
        "Album",
        move || albums::album(&id),
        None,
        || rows_waiting("Reading the album"),
        shown,
    )
}

fn shown(album: &Arc<Album>) -> Piece {
    let play = PlayContext::Album(album.id.clone(), Start::Position(0));
    let by: Vec<_> = album.artists.iter().map(Named::artist).collect();
    let head = thing_head(Head {
        eyebrow: &dotted(&[album_kind(album.album_type), &year(album.release_date)]),
        name: &album.name,
        images: &album.images,
        lines: vec![all_named(&by), facts(album).into()],
        uri: Some(album.id.clone().into()),
        play: Some(use_deck().player().playing(What::Context(play))),
        is_kept: true,
        actions: Piece::NONE,
        open_spotify: album.external_urls.open_spotify(),
    });
    pieces([
        head.into(),
        tracks(album),
        copyright(&album.copyrights).into(),
    ])
}

/// How many tracks, how long, and when it came out. How long is known only once
/// all of them are.
fn facts(album: &Album) -> String {
    let count = u32::try_from(album.tracks.entries.len()).unwrap_or(u32::MAX);
    let total = album.total_tracks.unwrap_or(count);
    let length = album
        .tracks
        .items()
        .fold(Millis::ZERO, |sum, track| sum + track.duration);
    let is_whole = album.tracks.next.is_none();
    let length = if is_whole {
        long_length(length)
    } else {
        String::new()
    };
    dotted(&[
        &counted(total, "track"),
        &length,
        &released(album.release_date),
    ])
}
