use super::answer::Said;

/// What was wrong with a request (contract 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// An id that is none.
    InvalidId,
    /// More asked for at once than the endpoint allows.
    InvalidLimit,
    /// Something that must be there was not.
    MissingField,
    /// 405: the address has no such method.
    WrongMethod,
    /// Anything else, by its status.
    Other(u16),
}

impl Rejection {
    pub(super) fn of(said: &Said) -> Self {
        let lacks = [
            "missing required field",
            "no uris provided",
            "no search query",
        ];
        if said.status == 405 {
            Self::WrongMethod
        } else if said.contains("invalid base62 id") || said.contains("invalid id") {
            Self::InvalidId
        } else if said.contains("invalid limit") {
            Self::InvalidLimit
        } else if lacks.iter().any(|part| said.contains(part)) {
            Self::MissingField
        } else {
            Self::Other(said.status)
        }
    }

    /// The status it came with.
    pub const fn status(self) -> u16 {
        match self {
            Self::InvalidId | Self::InvalidLimit | Self::MissingField => 400,
            Self::WrongMethod => 405,
            Self::Other(status) => status,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_wrong_is_read_from_the_words() {
        for (status, message, rejection) in [
            (400, "invalid base62 id", Rejection::InvalidId),
            (400, "invalid id", Rejection::InvalidId),
            (400, "invalid limit", Rejection::InvalidLimit),
            (400, "missing required field: uris", Rejection::MissingField),
            (400, "no uris provided", Rejection::MissingField),
            (400, "no search query", Rejection::MissingField),
            (405, "", Rejection::WrongMethod),
            (413, "", Rejection::Other(413)),
        ] {
            let said = Said {
                status,
                message: message.to_owned(),
                reason: None,
            };
            assert_eq!(Rejection::of(&said), rejection, "{message}");
            assert_eq!(rejection.status(), status);
        }
    }
}
