use leptos::task::spawn_local;

use crate::{
    route::Route,
    spotify::{
        Error, NextStep, SpotifyUri,
        endpoints::{
            PlaylistUris,
            playlist_items::{self, Target},
        },
        model::SimplifiedPlaylist,
    },
    ui::state::Deck,
};

/// Adds it at the end of the playlist, and says what came of it.
pub fn add(deck: Deck, playlist: &SimplifiedPlaylist, uri: &SpotifyUri) {
    let Ok(uris) = PlaylistUris::try_from(vec![uri.clone()]) else {
        return;
    };
    let target = Target {
        id: &playlist.id,
        visibility: playlist.visibility(),
    };
    let call = playlist_items::add(target, &uris, None);
    let name = playlist.name.clone();
    let page = Route::Playlist(playlist.id.clone());
    let client = deck.client();
    spawn_local(async move {
        match client.call(call).await {
            Ok(_) => deck.notices.say_of(format!("Added to {name}"), page),
            // Sent again it may be there twice (contract 6.2).
            Err(Error::ServerTrouble(_) | Error::Unreachable(_) | Error::Unreadable) => {
                let text = format!(
                    "Spotify did not say whether that was added to {name}. Look there before \
                     you add it again."
                );
                deck.notices.put_of(text, NextStep::Nothing, Some(page));
            }
            Err(error) => deck.notices.refuse("Not added.", &error),
        }
    });
}
