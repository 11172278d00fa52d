use crate::{
    ports::Millis,
    spotify::{
        Call, DeviceId,
        endpoints::{
            PlayableUri, PlaylistUris,
            commands::{self, PlayContext},
        },
        model::{RepeatMode, Volume},
    },
};

/// What to play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An album, a playlist, an artist or a show.
    Context(PlayContext),
    /// Tracks and episodes by themselves.
    Uris {
        /// In this order.
        uris: PlaylistUris,
        /// How far into the first.
        from: Millis,
    },
}

/// Something the listener wants of the player. It goes to the active device,
/// except where it names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Plays something else.
    Play(What),
    /// Goes on after a pause.
    Resume,
    /// Pauses.
    Pause,
    /// Goes to the next.
    Next,
    /// Goes to the one before.
    Previous,
    /// Goes to this place in what plays.
    Seek(Millis),
    /// Sets how loud it is.
    Volume(Volume),
    /// Says what is played again.
    Repeat(RepeatMode),
    /// Mixes the order, or not.
    Shuffle(bool),
    /// Lets something come next.
    Enqueue(PlayableUri),
    /// Goes on on another device.
    Transfer {
        /// Which.
        device: DeviceId,
        /// Whether it is to play in any case; otherwise what is paused stays
        /// so.
        plays: bool,
    },
}

/// The kinds of commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// [`Command::Play`].
    Play,
    /// [`Command::Resume`].
    Resume,
    /// [`Command::Pause`].
    Pause,
    /// [`Command::Next`].
    Next,
    /// [`Command::Previous`].
    Previous,
    /// [`Command::Seek`].
    Seek,
    /// [`Command::Volume`].
    Volume,
    /// [`Command::Repeat`].
    Repeat,
    /// [`Command::Shuffle`].
    Shuffle,
    /// [`Command::Enqueue`].
    Enqueue,
    /// [`Command::Transfer`].
    Transfer,
}

impl Command {
    /// What kind of command it is.
    pub const fn deed(&self) -> Deed {
        match self {
            Self::Play(_) => Deed::Play,
            Self::Resume => Deed::Resume,
            Self::Pause => Deed::Pause,
            Self::Next => Deed::Next,
            Self::Previous => Deed::Previous,
            Self::Seek(_) => Deed::Seek,
            Self::Volume(_) => Deed::Volume,
            Self::Repeat(_) => Deed::Repeat,
            Self::Shuffle(_) => Deed::Shuffle,
            Self::Enqueue(_) => Deed::Enqueue,
            Self::Transfer { .. } => Deed::Transfer,
        }
    }
    /// The call it is, to the active device or to one by name.
    pub(super) fn call(&self, device: Option<&DeviceId>) -> Call<()> {
        match self {
            Self::Play(What::Context(context)) => commands::play_context(context.clone(), device),
            Self::Play(What::Uris { uris, from }) => commands::play_uris(uris, *from, device),
            Self::Resume => commands::resume(device),
            Self::Pause => commands::pause(device),
            Self::Next => commands::next(device),
            Self::Previous => commands::previous(device),
            Self::Seek(place) => commands::seek(*place, device),
            Self::Volume(volume) => commands::volume(*volume, device),
            Self::Repeat(mode) => commands::repeat(*mode, device),
            Self::Shuffle(mixes) => commands::shuffle(*mixes, device),
            Self::Enqueue(uri) => commands::enqueue(uri, device),
            Self::Transfer { device: to, plays } => {
                commands::transfer(device.unwrap_or(to), *plays)
            }
        }
    }
}

impl Deed {
    /// Whether it comes from a slider, which tells many in a row.
    pub(super) const fn is_of_a_slider(self) -> bool {
        matches!(self, Self::Seek | Self::Volume)
    }

    /// Whether a newer one makes one that still waits needless.
    pub(super) const fn is_replaced_by_newer(self) -> bool {
        matches!(
            self,
            Self::Seek | Self::Volume | Self::Repeat | Self::Shuffle
        )
    }

    /// Whether something else plays afterwards, so that what was told before is
    /// about something else than what is told after it.
    pub(super) const fn changes_item(self) -> bool {
        matches!(
            self,
            Self::Play | Self::Next | Self::Previous | Self::Transfer
        )
    }

    /// Whether what comes next is no longer what it was.
    pub(super) const fn changes_queue(self) -> bool {
        matches!(
            self,
            Self::Play | Self::Next | Self::Previous | Self::Shuffle | Self::Enqueue
        )
    }
}
