use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    platform,
    player::{Command, NowPlaying, Player, Status, What},
    ports::Millis,
    spotify::{
        SpotifyUri,
        endpoints::PlaylistUris,
        model::{Playable, SimplifiedEpisode},
    },
    ui::{
        components::Act,
        dom::{Var, derived, follow},
    },
};

/// How often a place in what plays is shown anew.
const TICK: Millis = Millis(500);

/// The player in reactive clothes.
#[derive(Clone, Copy)]
pub struct PlayerView {
    player: StoredValue<Player, LocalStorage>,
    changes: RwSignal<u32>,
    ticks: RwSignal<u32>,
    current: Var<Option<SpotifyUri>>,
    devices_shown: Var<bool>,
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
        let is_seen = derived(move || is_wanted() && visible.get());
        follow(move || player.with_value(|player| player.set_visible(is_seen.get())));
        // While nothing is active looks are far apart: whoever started
        // something elsewhere and comes back sees it at once.
        platform::on_return(move || {
            let is_idle = |player: &Player| player.status().now_playing.is_none();
            if is_seen.get_untracked() && player.with_value(is_idle) {
                player.with_value(Player::look);
            }
        });
        let current = derived(move || {
            changes.track();
            let now_playing = player.with_value(Player::status).now_playing?;
            now_playing.state.item.as_ref().and_then(Playable::uri)
        });
        let view = Self {
            player,
            changes,
            ticks: RwSignal::new(0),
            current,
            devices_shown: Var::new(false),
        };
        view.tick_while_it_plays(visible);
        view
    }

    fn tick_while_it_plays(self, visible: ReadSignal<bool>) {
        let is_moving = derived(move || {
            let plays = |playing: &NowPlaying| playing.state.is_playing;
            visible.get() && self.status().now_playing.as_ref().is_some_and(plays)
        });
        let ticks = self.ticks;
        follow(move || {
            if is_moving.get() {
                let ticking = platform::every(TICK, move || {
                    ticks.update(|count| *count = count.wrapping_add(1));
                });
                // Until it pauses, or nobody looks.
                StoredValue::new_local(ticking);
            }
        });
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

    /// What plays; reactive.
    pub fn now_playing(self) -> Option<NowPlaying> {
        self.status().now_playing
    }

    /// How far what plays is; reactive, by the clock.
    pub fn progress(self) -> Millis {
        self.ticks.track();
        let now = self.player.with_value(Player::now);
        self.status().progress(now)
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
        Rc::new(move || self.tell(Command::Play(what.clone())))
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
    /// `None` if that one cannot be played..
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

    /// Whether the devices are shown, because someone asked or because a
    /// command waits for one; reactive.
    pub fn are_devices_shown(self) -> bool {
        self.devices_shown.get() || self.status().needs_device.is_some()
    }

    /// Shows the devices, as they are now.
    pub fn show_devices(self) {
        self.player.with_value(Player::read_devices);
        self.devices_shown.set(true);
    }

    /// Shows them no longer; what waits for a device is given up.
    pub fn hide_devices(self) {
        self.devices_shown.set(false);
        self.player.with_value(Player::give_up);
    }
}
