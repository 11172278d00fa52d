//! Whose turn it is to renew the token: the whole of what the tabs of one
//! browser agree on, as two tables (security 29, 32, 33).

use super::message::Asker;
use crate::ports::{LockOutcome, Millis};

/// How a tab comes to a new access token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// From the tab it lives on.
    Borrow,
    /// From the tab that holds the lock.
    AskOwner,
    /// From whichever tab has a newer one, or else from Spotify.
    AskThenRefresh,
    /// From Spotify.
    Refresh,
}

/// What a tab does that needs a new token, unless it has borrowed its session:
/// then it is [`Turn::Borrow`], and the lock is left to those who need it.
///
/// | the tab … | and the lock … | |
/// |---|---|---|
/// | knows that nobody has newer tokens | is its own | it asks Spotify |
/// | has come into the lock later | is its own | it asks the other tabs first |
/// | has a copy | is another tab's | it asks that tab |
/// | has a copy, or not | is unknown to the browser | it asks the other tabs first |
pub(super) const fn turn(lock: LockOutcome, is_original: bool) -> Turn {
    match lock {
        LockOutcome::Held if is_original => Turn::Refresh,
        LockOutcome::Held | LockOutcome::Unsupported => Turn::AskThenRefresh,
        LockOutcome::HeldElsewhere => Turn::AskOwner,
    }
}

/// Where a tab stands with a renewal of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    /// There is none.
    #[default]
    Idle,
    /// It asks the other tabs first.
    Asking {
        /// Since when.
        asked_at: Millis,
        /// Under which name.
        nonce: String,
    },
    /// It asks Spotify.
    Refreshing,
}

/// Whether a tab renews the token for another one that asks. One tab does:
///
/// | with locks | without |
/// |---|---|
/// | the one that holds the lock | for a borrower, any: they agree among each other |
/// | | for a copy, the one with the newer refresh token: the other may be spent |
/// | | among equals, the one that asks Spotify already, or asked first |
pub(super) fn renews_for(
    lock: Option<LockOutcome>,
    own_obtained_at: Millis,
    stage: &Stage,
    asker: &Asker,
    nonce: &str,
) -> bool {
    match (lock, asker) {
        (Some(LockOutcome::Held), _) | (Some(LockOutcome::Unsupported), Asker::Borrower { .. }) => {
            true
        }
        (Some(LockOutcome::HeldElsewhere) | None, _) => false,
        (
            Some(LockOutcome::Unsupported),
            Asker::Copy {
                obtained_at,
                asked_at,
                ..
            },
        ) => {
            own_obtained_at > *obtained_at
                || own_obtained_at == *obtained_at
                    && match stage {
                        Stage::Idle => false,
                        Stage::Refreshing => true,
                        // Both know both questions, so both come to the same.
                        Stage::Asking {
                            asked_at: own,
                            nonce: own_nonce,
                        } => (*own, own_nonce.as_str()) < (*asked_at, nonce),
                    }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use LockOutcome::{Held, HeldElsewhere, Unsupported};

    #[test]
    fn a_tab_asks_spotify_only_when_it_is_its_turn() {
        for (lock, is_original, expected) in [
            (Held, true, Turn::Refresh),
            (Held, false, Turn::AskThenRefresh),
            (HeldElsewhere, true, Turn::AskOwner),
            (HeldElsewhere, false, Turn::AskOwner),
            (Unsupported, true, Turn::AskThenRefresh),
            (Unsupported, false, Turn::AskThenRefresh),
        ] {
            assert_eq!(turn(lock, is_original), expected, "{lock:?}");
        }
    }

    fn copy(obtained_at: u64, asked_at: u64) -> Asker {
        Asker::Copy {
            family: "f".to_owned(),
            obtained_at: Millis(obtained_at),
            asked_at: Millis(asked_at),
        }
    }

    fn asking(asked_at: u64, nonce: &str) -> Stage {
        Stage::Asking {
            asked_at: Millis(asked_at),
            nonce: nonce.to_owned(),
        }
    }

    #[test]
    fn with_locks_the_one_that_holds_it_renews_for_all() {
        let borrower = Asker::Borrower { of: None };
        for asker in [copy(0, 0), copy(9, 9), borrower] {
            for (lock, expected) in [
                (Some(Held), true),
                (Some(HeldElsewhere), false),
                (None, false),
            ] {
                let renews = renews_for(lock, Millis(5), &Stage::Idle, &asker, "n");
                assert_eq!(renews, expected, "{lock:?} {asker:?}");
            }
        }
    }

    #[test]
    fn without_locks_the_newer_refresh_token_is_used_and_then_the_first_to_ask() {
        let at = |stage: &Stage, asker: &Asker| {
            renews_for(Some(Unsupported), Millis(5), stage, asker, "n")
        };
        for (stage, asker, expected) in [
            (Stage::Idle, Asker::Borrower { of: None }, true),
            (Stage::Idle, copy(4, 0), true),
            (Stage::Idle, copy(5, 0), false),
            (Stage::Idle, copy(6, 0), false),
            (Stage::Refreshing, copy(5, 0), true),
            (Stage::Refreshing, copy(6, 0), false),
            (asking(1, "z"), copy(5, 2), true),
            (asking(2, "a"), copy(5, 1), false),
            (asking(1, "a"), copy(5, 1), true),
            (asking(1, "z"), copy(5, 1), false),
            (asking(1, "a"), copy(6, 2), false),
        ] {
            assert_eq!(at(&stage, &asker), expected, "{stage:?} {asker:?}");
        }
    }

    #[test]
    fn of_two_that_ask_at_once_exactly_one_yields() {
        for (one, other) in [
            ((1, "a"), (1, "b")),
            ((2, "a"), (1, "b")),
            ((1, "b"), (2, "a")),
        ] {
            let yields_to = |own: (u64, &str), theirs: (u64, &str)| {
                let lock = Some(Unsupported);
                renews_for(
                    lock,
                    Millis(5),
                    &asking(theirs.0, theirs.1),
                    &copy(5, own.0),
                    own.1,
                )
            };
            assert_ne!(
                yields_to(one, other),
                yields_to(other, one),
                "{one:?} {other:?}"
            );
        }
    }
}
