use serde_json::Value;

use super::{Context, Device, Disallows, Fields, FromJson, Playable, words};
use crate::{
    ports::Millis,
    spotify::{Known, Tells},
};

/// What is played again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RepeatMode {
    /// Nothing.
    Off,
    /// The context.
    Context,
    /// The track.
    Track,
}

impl RepeatMode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Off, Self::Context, Self::Track];

    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Context => "context",
            Self::Track => "track",
        }
    }
}

impl FromJson for RepeatMode {
    fn from_json(value: Value) -> Option<Self> {
        let word = value.as_str()?;
        Self::ALL.into_iter().find(|mode| mode.as_str() == word)
    }
}

words! {
    /// What kind of thing is playing.
    pub enum PlayingType {
        /// A track.
        Track = "track",
        /// An episode, or a chapter.
        Episode = "episode",
        /// An advertisement, of which nothing is told.
        Ad = "ad",
    }
    else {
        /// Not known, to Spotify or here.
        Unknown
    }
}

/// What plays, where and how (contract 4.6, 6.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaybackState {
    /// What it plays on; not always told.
    pub device: Option<Device>,
    /// What is played again; odd devices do not tell.
    pub repeat: Option<RepeatMode>,
    /// Whether the order is mixed; odd devices do not tell.
    pub shuffle: Option<bool>,
    /// Whether Spotify mixes in things of its own.
    pub smart_shuffle: Option<bool>,
    /// What it is played from; nothing for single tracks.
    pub context: Option<Context>,
    /// When this state came about, by Spotify's clock.
    pub timestamp: Option<Millis>,
    /// How far it is.
    pub progress: Option<Millis>,
    /// Whether it plays, and is not paused.
    pub is_playing: bool,
    /// What plays; nothing during advertisements and in private sessions.
    pub item: Option<Playable>,
    /// What kind of thing plays, even if it is not told which.
    pub playing_type: PlayingType,
    /// What cannot be done just now.
    pub disallows: Disallows,
}

impl FromJson for PlaybackState {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            device: fields.optional("device"),
            repeat: fields.optional("repeat_state"),
            shuffle: fields.optional("shuffle_state"),
            smart_shuffle: fields.optional("smart_shuffle"),
            context: fields.optional("context"),
            timestamp: fields.optional("timestamp"),
            progress: fields.optional("progress_ms"),
            is_playing: fields.or_default("is_playing"),
            item: fields.optional("item"),
            playing_type: fields.or_default("currently_playing_type"),
            disallows: fields.or_default("actions"),
        })
    }
}

impl Tells for PlaybackState {
    fn tell(&self, known: &mut Known) {
        self.item.tell(known);
    }
}

/// What plays and what comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// What plays.
    pub currently_playing: Option<Playable>,
    /// What comes next; about twenty, and some of them again and again.
    pub queue: Vec<Playable>,
}

impl FromJson for Queue {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            currently_playing: fields.optional("currently_playing"),
            queue: fields.list("queue"),
        })
    }
}

impl Tells for Queue {
    fn tell(&self, known: &mut Known) {
        self.currently_playing.tell(known);
        self.queue.tell(known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::{Action, ContextType, read};

    #[test]
    fn a_state_is_read_however_little_it_tells() {
        let state: PlaybackState = read(
            r#"{"device":null,"repeat_state":"twice","currently_playing_type":"hologram",
                "item":null,"progress_ms":-5,"timestamp":1706704496000,
                "context":{"type":"collection","uri":"spotify:user:ada:collection"}}"#,
        )
        .expect("readable");
        assert_eq!(
            (state.repeat, state.shuffle, state.progress),
            (None, None, None)
        );
        assert_eq!(state.timestamp, Some(Millis(1_706_704_496_000)));
        assert_eq!(state.playing_type, PlayingType::Unknown);
        assert!(state.disallows.allows(Action::Seek));
        let context = state.context.expect("told");
        assert_eq!(
            (context.context_type, context.uri),
            (ContextType::Collection, None)
        );
    }
}
