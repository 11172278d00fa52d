use super::MalformedResponse;

/// What an authorization response is checked for, in this order. The first
/// check that fails ends it (security 14 to 17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// No token stands in the address.
    NoToken,
    /// No parameter stands there twice.
    NoneTwice,
    /// There is a `state`.
    HasState,
    /// There is either a code or an error.
    OneOutcome,
    /// A request of this state waits in this tab; it is taken out.
    Pending,
    /// The state is that of the request, letter by letter.
    SameState,
    /// The request was made in this tab.
    SameTab,
    /// The issuer, if one is named, is the one that was asked.
    SameIssuer,
    /// Not more than ten minutes have passed.
    InTime,
    /// It is a code, and not an error.
    Agreed,
}

impl Check {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::NoToken,
        Self::NoneTwice,
        Self::HasState,
        Self::OneOutcome,
        Self::Pending,
        Self::SameState,
        Self::SameTab,
        Self::SameIssuer,
        Self::InTime,
        Self::Agreed,
    ];
}

/// What a check said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Passed,
    /// It does not: this ended it.
    Failed,
    /// An earlier one had ended it.
    NotReached,
}

impl Verdict {
    /// What `check` said where `failed` is the one that ended it.
    pub fn of(check: Check, failed: Option<Check>) -> Self {
        match failed {
            Some(failed) if check == failed => Self::Failed,
            Some(failed) if check > failed => Self::NotReached,
            _ => Self::Passed,
        }
    }
}

impl From<MalformedResponse> for Check {
    fn from(malformed: MalformedResponse) -> Self {
        match malformed {
            MalformedResponse::TokenInAddress => Self::NoToken,
            MalformedResponse::DuplicateParameter => Self::NoneTwice,
            MalformedResponse::MissingState => Self::HasState,
            MalformedResponse::NoSingleOutcome => Self::OneOutcome,
        }
    }
}
