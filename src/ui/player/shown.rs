use crate::{
    player::{LastItem, Status},
    spotify::model::PlayingType,
    ui::{
        dom::{Var, derived},
        items::Entry,
        state::use_deck,
    },
};

/// What the player shows of what plays.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shown {
    /// Nothing is active, and nothing was.
    #[default]
    Nothing,
    /// This plays, or is paused.
    Item(Box<Entry>),
    /// Something else was asked for, and is not known yet.
    Changing,
    /// An advertisement.
    Advertisement,
    /// Something of which Spotify does not say what it is; in a private session
    /// or not.
    Untold {
        /// Whether the device keeps it to itself.
        is_private: bool,
    },
    /// This played until its device was gone, or was left paused.
    Left {
        /// What played.
        item: Box<Entry>,
        /// Whether it played until then.
        was_playing: bool,
    },
}

/// What is shown now; reactive.
pub fn use_shown() -> Var<Shown> {
    let player = use_deck().player();
    derived(move || shown(&player.status()))
}

/// Whether Spotify has yet to say what plays; reactive.
pub fn is_awaited() -> Var<bool> {
    let player = use_deck().player();
    derived(move || {
        let status = player.status();
        !status.has_been_read && status.stale.is_none()
    })
}

fn shown(status: &Status) -> Shown {
    let Some(playing) = &status.now_playing else {
        return status.last_item.as_ref().map_or(Shown::Nothing, left);
    };
    match (&playing.state.item, playing.state.playing_type) {
        (Some(item), _) => Shown::Item(Box::new(item.into())),
        (None, _) if playing.is_changing => Shown::Changing,
        (None, PlayingType::Ad) => Shown::Advertisement,
        (None, _) => Shown::Untold {
            is_private: playing
                .state
                .device
                .as_ref()
                .is_some_and(|device| device.is_private_session),
        },
    }
}

fn left(last: &LastItem) -> Shown {
    Shown::Left {
        item: Box::new((&last.item).into()),
        was_playing: last.was_playing,
    }
}

impl Shown {
    /// What is in the place of what plays, if that is not told.
    pub const fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::Nothing => ("Nothing plays", "Choose something, and where to play it."),
            Self::Changing => ("One moment", "Spotify has not said yet what plays."),
            Self::Advertisement => ("An advertisement", "The music goes on after it."),
            Self::Untold { is_private: true } => (
                "A private session",
                "The device keeps to itself what it plays.",
            ),
            Self::Untold { is_private: false } => {
                ("Something plays", "Spotify does not say what it is.")
            }
            Self::Left {
                was_playing: true, ..
            } => ("The device went away", "Go on elsewhere, or wake it."),
            Self::Left { .. } => ("Paused", "Its device has gone to sleep."),
            Self::Item(_) => ("", ""),
        }
    }

    /// What plays, or played.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Self::Item(item) | Self::Left { item, .. } => Some(item),
            Self::Nothing | Self::Changing | Self::Advertisement | Self::Untold { .. } => None,
        }
    }
}
