use crate::session::{CallbackFailure, SignInFailure};

/// How the listener came into the app this time, as far as it matters to what
/// they see.
#[derive(Clone, Debug, PartialEq)]
pub enum Landing {
    /// In the ordinary way, or all that is behind them.
    Done,
    /// In a new tab, which asks the others for a session to live on.
    Opening,
    /// With an answer that is being exchanged, or a grant that is being proven.
    Finishing,
    /// Back from Spotify on their own, with no answer.
    Unfinished,
    /// With an answer that changed nothing: they were signed in before and
    /// still are.
    Unchanged(CallbackFailure),
    /// With something that needs explaining.
    Failed(SignInProblem),
}

/// Why nobody could be signed in.
#[derive(Clone, Debug, PartialEq)]
pub enum SignInProblem {
    /// The answer in the address led nowhere.
    Callback(CallbackFailure),
    /// The answer was ours, but no session came of it.
    SignIn(SignInFailure),
    /// The browser keeps nothing for this page.
    NoStorage,
}
