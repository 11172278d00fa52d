//! How a command fails: with what went wrong and what to do next, in words.

use std::fmt;

/// What a step of a command returns.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// A failure as the person at the terminal reads it.
///
/// There is no way to make one without saying what to do next.
#[derive(Debug)]
pub struct Trouble {
    what: String,
    next: String,
}

impl Trouble {
    /// `what` went wrong and the sentence that says what to do `next`.
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            next: next.into(),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}\n{}", self.what, self.next)
    }
}

/// Turns the errors of the standard library into a [`Trouble`].
pub trait OrTrouble<T> {
    /// Puts `what` before the cause, and `next` after it.
    fn or_trouble(self, what: impl fmt::Display, next: &str) -> Outcome<T>;
}

impl<T, E: fmt::Display> OrTrouble<T> for Result<T, E> {
    fn or_trouble(self, what: impl fmt::Display, next: &str) -> Outcome<T> {
        self.map_err(|cause| Trouble::new(format!("{what}: {cause}."), next))
    }
}
