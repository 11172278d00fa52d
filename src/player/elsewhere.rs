use super::{
    NowPlaying,
    expectation::{TOLERANCE, uri_of},
};
use crate::{
    ports::Millis,
    spotify::{
        SpotifyUri,
        model::{Action, Context, Playable, PlaybackState, PlayingType},
    },
};

/// Something else than what played when it was told.
#[derive(Clone, Debug, Default)]
pub(super) struct Elsewhere {
    /// All of it, if it is known.
    pub item: Option<Playable>,
    /// What names it, if that is known.
    pub uri: Option<SpotifyUri>,
    /// What it is played from.
    pub whence: Whence,
    /// How far into it.
    pub from: Millis,
    /// What played before.
    pub before: Option<SpotifyUri>,
    /// How far that was.
    pub before_at: Millis,
}

/// What something is played from.
#[derive(Clone, Debug, Default)]
pub(super) enum Whence {
    /// The same as before.
    #[default]
    Same,
    /// Nothing.
    Nothing,
    /// This.
    This(Context),
}

impl Elsewhere {
    /// Whether what played before no longer does, or began anew.
    pub fn is_reached_in(&self, state: &PlaybackState, elapsed: Millis) -> bool {
        let began_anew = state.progress.is_some_and(|progress| {
            progress < self.before_at && progress <= self.from + elapsed + TOLERANCE
        });
        uri_of(state) != self.before || began_anew
    }

    /// Whether `state`, so long after it was told, shows it.
    pub fn is_shown_by(&self, state: &PlaybackState, elapsed: Millis) -> bool {
        let is_it = match (&self.uri, &self.whence) {
            (Some(expected), _) => uri_of(state).as_ref() == Some(expected),
            (None, Whence::This(expected)) => {
                let context = state.context.as_ref();
                context.is_some_and(|context| context.uri == expected.uri)
            }
            (None, _) => true,
        };
        is_it && self.is_reached_in(state, elapsed)
    }

    /// Puts it in the place of what plays.
    pub fn apply(&self, playing: &mut NowPlaying) {
        let state = &mut playing.state;
        playing.is_changing = self.item.is_none();
        if let Some(item) = &self.item {
            state.playing_type = match item {
                Playable::Track(_) => PlayingType::Track,
                Playable::Episode(_) => PlayingType::Episode,
            };
            state.item = Some(item.clone());
        }
        match &self.whence {
            Whence::Same => {}
            Whence::Nothing => state.context = None,
            Whence::This(context) => state.context = Some(context.clone()),
        }
        state.progress = Some(self.from);
        for action in [Action::Seek, Action::SkipNext, Action::SkipPrevious] {
            state.disallows = state.disallows.with(action, true);
        }
        playing.set_plays(true);
    }
}
