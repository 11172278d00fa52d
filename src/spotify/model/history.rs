use serde_json::Value;

use super::{Context, Fields, FromJson, Timestamp, Track};
use crate::spotify::{Known, Tells};

/// One track that was played (contract 4.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayHistory {
    /// What.
    pub track: Track,
    /// When it ended, or was left.
    pub played_at: Option<Timestamp>,
    /// What it was played from.
    pub context: Option<Context>,
}

impl FromJson for PlayHistory {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            track: fields.optional("track")?,
            played_at: fields.optional("played_at"),
            context: fields.optional("context"),
        })
    }
}

impl Tells for PlayHistory {
    fn tell(&self, known: &mut Known) {
        self.track.tell(known);
    }
}
