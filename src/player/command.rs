use crate::{
    ports::Millis,
    spotify::{
        DeviceId,
        endpoints::{PlayableUri, PlaylistUris, commands::PlayContext},
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
}
