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

/// The plays without those of the track that was played just before or after.
pub fn without_repeats<'a>(
    plays: impl IntoIterator<Item = &'a PlayHistory>,
) -> Vec<&'a PlayHistory> {
    let mut kept: Vec<&PlayHistory> = Vec::new();
    for play in plays {
        let is_repeat = kept.last().is_some_and(|last| {
            last.track.uri == play.track.uri && last.track.name == play.track.name
        });
        if !is_repeat {
            kept.push(play);
        }
    }
    kept
}

/// The last play from each thing that has been played from.
pub fn contexts_of<'a>(plays: impl IntoIterator<Item = &'a PlayHistory>) -> Vec<&'a PlayHistory> {
    let mut kept: Vec<&PlayHistory> = Vec::new();
    for play in plays {
        let uri = play
            .context
            .as_ref()
            .and_then(|context| context.uri.as_ref());
        let of = |play: &PlayHistory| {
            play.context
                .as_ref()
                .and_then(|context| context.uri.clone())
        };
        if uri.is_some() && !kept.iter().any(|kept| of(kept).as_ref() == uri) {
            kept.push(play);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::read;

    fn play(track: char, context: &str) -> PlayHistory {
        let id = track.to_string().repeat(22);
        read(&format!(
            r#"{{"track":{{"id":"{id}","uri":"spotify:track:{id}","name":"{track}"}},
                "played_at":"2026-01-02T03:04:05Z","context":{context}}}"#
        ))
        .expect("readable")
    }

    fn names(plays: &[&PlayHistory]) -> String {
        plays.iter().map(|play| play.track.name.as_str()).collect()
    }

    #[test]
    fn what_is_played_twice_in_a_row_is_one() {
        let plays: Vec<_> = "aabbbac".chars().map(|track| play(track, "null")).collect();
        assert_eq!(names(&without_repeats(&plays)), "abac");
        assert!(contexts_of(&plays).is_empty());
    }

    #[test]
    fn what_was_played_from_comes_once_the_last_first() {
        let album = |id: char| {
            let id = id.to_string().repeat(22);
            format!(r#"{{"type":"album","uri":"spotify:album:{id}"}}"#)
        };
        let saved = r#"{"type":"collection","uri":"spotify:user:ada:collection"}"#;
        let plays = [
            play('a', &album('1')),
            play('b', &album('2')),
            play('c', saved),
            play('d', &album('1')),
            play('e', &album('3')),
        ];
        assert_eq!(names(&contexts_of(&plays)), "abe");
    }
}
