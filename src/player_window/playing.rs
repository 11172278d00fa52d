use crate::{
    json,
    spotify::model::{Fields, Image},
};

/// What plays in the window, as the SDK tells it (contract 7).
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is told by itself, and any of them together"
)]
pub struct Playing {
    /// Of the track, the episode, or the advertisement.
    pub name: String,
    /// Who plays.
    pub artists: Vec<String>,
    /// Its cover in several sizes; may be none.
    pub images: Vec<Image>,
    /// Whether it is marked explicit; the SDK does not always tell.
    pub explicit: bool,
    /// Whether it stands still.
    pub paused: bool,
    /// Whether the listener may go to the next.
    pub can_skip_next: bool,
    /// Whether the listener may go to the one before.
    pub can_skip_previous: bool,
}

impl Playing {
    /// Reads the SDK's state; `None` when nothing plays here.
    pub fn read(state: &str) -> Option<Self> {
        let mut state = Fields::of(json::read(state)?)?;
        let mut disallows = state.inner("disallows");
        let mut track = Fields::of(state.inner("track_window").take("current_track"))?;
        let name_of = |artist| Fields::of(artist)?.optional("name");
        Some(Self {
            name: track.or_default("name"),
            artists: track
                .list("artists")
                .into_iter()
                .filter_map(name_of)
                .collect(),
            images: track.inner("album").list("images"),
            explicit: track.or_default("explicit"),
            paused: state.or_default("paused"),
            can_skip_next: !disallows.or_default::<bool>("skipping_next"),
            can_skip_previous: !disallows.or_default::<bool>("skipping_prev"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_plays_is_read_however_little_is_told() {
        let full = r#"{"paused":true,"position":5,"disallows":{"skipping_next":true},
            "track_window":{"current_track":{"uri":"spotify:track:x","type":"track",
            "name":"Rye","artists":[{"name":"Ada"},null,{"name":"Bo"},{}],"explicit":true,
            "album":{"name":"Fields","images":[{"url":"https://i.scdn.co/a","width":64}]}}}}"#;
        let playing = Playing::read(full).expect("a track");
        assert_eq!(
            (playing.name.as_str(), playing.artists.join(", ").as_str()),
            ("Rye", "Ada, Bo")
        );
        assert_eq!(playing.images.len(), 1);
        assert!(playing.paused && playing.explicit);
        assert!(!playing.can_skip_next && playing.can_skip_previous);

        let least = Playing::read(r#"{"track_window":{"current_track":{}}}"#).expect("a track");
        assert!(!least.paused && least.can_skip_next && least.images.is_empty());
        for nothing in [
            "null",
            "",
            "{}",
            r#"{"track_window":{"current_track":null}}"#,
        ] {
            assert_eq!(Playing::read(nothing), None, "{nothing}");
        }
    }
}
