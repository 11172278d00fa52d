use leptos::prelude::*;

use crate::{
    platform,
    player::{Command, Player, Status, What},
    ports::Millis,
    spotify::{
        SpotifyUri,
        endpoints::PlaylistUris,
        model::{Playable, SimplifiedEpisode},
    },
    ui::{components::Act, dom::follow},
};

/// The player in reactive clothes.
#[derive(Clone, Copy)]
pub struct PlayerView {
    player: StoredValue<Player, LocalStorage>,
    changes: RwSignal<u32>,
    current: Memo<Option<SpotifyUri>>,
}

impl PlayerView {
    /// How many Spotify takes at once.
    const MOST: usize = 100;

    /// Follows `player`, which asks only while `is_wanted` and the page is
    /// seen.
    pub fn of(player: Player, is_wanted: impl Fn() -> bool + 'static) -> Self {
        let changes = RwSignal::new(0_u32);
        player.observe(move || changes.update(|count| *count = count.wrapping_add(1)));
        let (visible, see) = signal(platform::is_visible());
        platform::on_visibility(move |is_visible| see.set(is_visible));
        let player = StoredValue::new_local(player);
        follow(move || {
            player.with_value(|player| player.set_visible(is_wanted() && visible.get()))
        });
        let current = Memo::new(move |_| {
            changes.track();
            let now_playing = player.with_value(Player::status).now_playing?;
            now_playing.state.item.as_ref().and_then(Playable::uri)
        });
        Self {
            player,
            changes,
            current,
        }
    }

    /// The player itself.
    pub fn player(self) -> Player {
        self.player.get_value()
    }

    /// How things stand; reactive.
    pub fn status(self) -> Status {
        self.changes.track();
        self.player.with_value(Player::status)
    }

    /// Whether this is what plays, or is paused; reactive.
    pub fn is_current(self, uri: &SpotifyUri) -> bool {
        self.current.with(|current| current.as_ref() == Some(uri))
    }

    /// Does this.
    pub fn tell(self, command: Command) {
        self.player.with_value(|player| player.tell(command));
    }

    /// What plays `what` when it is asked for.
    pub fn playing(self, what: What) -> Act {
        std::rc::Rc::new(move || self.tell(Command::Play(what.clone())))
    }

    /// What goes on with the first of these episodes or chapters where the
    /// listener left it, and then plays the others.
    pub fn going_on(self, episodes: &[&SimplifiedEpisode]) -> Option<Act> {
        let from = episodes.first()?.resume_point.unwrap_or_default();
        let uris = episodes.iter().take(Self::MOST);
        let uris = uris.map(|episode| SpotifyUri::Episode(episode.id.clone()));
        let uris = PlaylistUris::try_from(uris.collect::<Vec<_>>()).ok()?;
        let from = if from.is_fully_played {
            Millis::ZERO
        } else {
            from.position
        };
        Some(self.playing(What::Uris { uris, from }))
    }

    /// What plays these from the one at `start` on, when it is asked for, or
    /// `None` if nothing of it can be played.
    pub fn playing_uris(self, uris: &[SpotifyUri], start: usize) -> Option<Act> {
        let first = uris.get(start)?;
        let from_there = uris[start..]
            .iter()
            .take(Self::MOST)
            .cloned()
            .collect::<Vec<_>>();
        let uris = PlaylistUris::try_from(from_there)
            .or_else(|_| PlaylistUris::try_from(vec![first.clone()]))
            .ok()?;
        Some(self.playing(What::Uris {
            uris,
            from: Millis::ZERO,
        }))
    }
}
