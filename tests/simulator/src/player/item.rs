//! What can sound, and how long.

use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::clock::Millis;
use crate::playlists::LocalFile;

/// What can sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    /// A track, an episode or a chapter.
    Thing(Thing),
    /// A file of the listener's own (contract 6.2).
    Local(LocalFile),
    /// Something between the tracks of those who do not pay (contract 6.1).
    Ad,
}

/// A sound and its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    pub sound: Sound,
    pub duration: Millis,
}

impl Item {
    /// An advertisement.
    pub const AD: Self = Self {
        sound: Sound::Ad,
        duration: Millis::from_secs(30),
    };

    /// A thing of the catalogue, if it can be played by itself.
    pub fn of(thing: Thing, catalogue: &Catalogue) -> Option<Self> {
        Some(Self {
            sound: Sound::Thing(thing),
            duration: catalogue.duration(thing)?,
        })
    }

    /// A file of the listener's own.
    pub fn local(file: LocalFile) -> Self {
        Self {
            sound: Sound::Local(file),
            duration: Millis::from_secs(u64::from(file.seconds)),
        }
    }

    /// Whether plays of it are remembered: no episodes (contract 4.5), and
    /// nothing that has no id.
    pub fn is_remembered(self) -> bool {
        matches!(self.sound, Sound::Thing(Thing::Track(_)))
    }

    /// What is taken up again where it was left: episodes and chapters.
    pub fn resumable(self) -> Option<Thing> {
        match self.sound {
            Sound::Thing(thing @ (Thing::Episode(_) | Thing::Chapter(_))) => Some(thing),
            _ => None,
        }
    }
}
