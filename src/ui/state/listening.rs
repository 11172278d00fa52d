//! What only somebody who is signed in has. It is made when they are, so that
//! nobody else needs its code.

use leptos::task::spawn_local;

use super::{Deck, Landing, Pins, PlayerView, Saved};
use crate::{oauth::Scope, platform, player::Command, ports::Millis, spotify::DeviceId};

/// It lives as long as the deck.
pub struct Listening {
    player: PlayerView,
    saved: Saved,
    pins: Pins,
}

impl Listening {
    /// Made once, by the deck.
    pub(super) fn of(deck: Deck) -> Self {
        let is_open = move || {
            !matches!(deck.landing(), Landing::Finishing | Landing::Failed(_))
                && deck.session_state().listener().is_some()
        };
        let (session, client) = (deck.session(), deck.client());
        let player = PlayerView::of(deck.bare_player(), is_open);
        deck.this_browser
            .on_move(move |device| play_here(deck, player, device));
        Self {
            player,
            pins: Pins::of(session.device().clone(), client.clone()),
            saved: Saved::of(session, client, deck.notices, deck.meant),
        }
    }
}

impl Deck {
    /// What plays.
    pub fn player(self) -> PlayerView {
        self.listening().player
    }

    /// What is saved and followed.
    pub fn saved(self) -> Saved {
        self.listening().saved
    }

    /// The pinned playlists.
    pub fn pins(self) -> Pins {
        self.listening().pins
    }

    /// Looks at what this device remembers: it was deleted or restored.
    pub fn settings_changed(self) {
        self.appearance.look(self.session().device());
        self.pins().look_again();
    }
}

/// Moves what plays into this browser's window once that is ready, if the
/// listener asked for it and lets the app command. Spotify needs a moment to
/// know the new device (contract 7).
fn play_here(deck: Deck, player: PlayerView, device: DeviceId) {
    const SETTLES: Millis = Millis::from_secs(1);
    if !deck.granted().contains(Scope::UserModifyPlaybackState) {
        return;
    }
    spawn_local(async move {
        platform::sleep(SETTLES).await;
        let plays = true;
        player.tell(Command::Transfer { device, plays });
        // The choice is made, there as by a click in the list.
        player.hide_devices();
    });
}
