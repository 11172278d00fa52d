use serde_json::Value;

use super::{Fields, FromJson, SimplifiedAudiobook, SimplifiedEpisode};
use crate::spotify::{Known, Tells};

/// A chapter as its audiobook lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimplifiedChapter {
    /// Which one it is, from 0.
    pub number: Option<u32>,
    /// The rest is as with an episode, which it calls itself (contract 3.1).
    pub episode: SimplifiedEpisode,
}

impl SimplifiedChapter {
    /// The whole chapter, if it is of `audiobook`.
    pub fn of(&self, audiobook: &SimplifiedAudiobook) -> Chapter {
        Chapter {
            number: self.number,
            episode: self.episode.clone(),
            audiobook: Some(audiobook.clone()),
        }
    }

    fn take(fields: &mut Fields) -> Option<Self> {
        Some(Self {
            number: fields.optional("chapter_number"),
            episode: SimplifiedEpisode::take(fields)?,
        })
    }
}

impl FromJson for SimplifiedChapter {
    fn from_json(value: Value) -> Option<Self> {
        Self::take(&mut Fields::of(value)?)
    }
}

// By itself it is too little to open.
impl Tells for SimplifiedChapter {}

/// A chapter of an audiobook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Which one it is, from 0.
    pub number: Option<u32>,
    /// The rest is as with an episode, which it calls itself (contract 3.1).
    pub episode: SimplifiedEpisode,
    /// The audiobook it is of.
    pub audiobook: Option<SimplifiedAudiobook>,
}

impl FromJson for Chapter {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let SimplifiedChapter { number, episode } = SimplifiedChapter::take(&mut fields)?;
        Some(Self {
            number,
            episode,
            audiobook: fields.optional("audiobook"),
        })
    }
}

impl Tells for Chapter {
    fn tell(&self, known: &mut Known) {
        known.learn(self.episode.id.clone(), self);
        self.audiobook.tell(known);
    }
}
