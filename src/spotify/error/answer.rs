use super::{Error, Limit, PlayerRefusal, Refusal, Rejection};
use crate::{
    json,
    ports::{Millis, Response},
    spotify::{Bucket, Endpoint},
};

/// What an answer that is no success says.
pub(super) struct Said {
    pub status: u16,
    /// In lower case, and not endless.
    pub message: String,
    /// Which only some errors have.
    pub reason: Option<String>,
}

/// What came of a call that was answered, but not with a success.
pub(in crate::spotify) enum Verdict {
    /// This, whatever else happens.
    Failed(Error),
    /// Too many calls: how long to wait depends on what happened before.
    Limited(Limit, Option<Millis>),
}

/// More of a text body is not looked at.
const LONGEST_MESSAGE: usize = 400;

impl Error {
    /// Classifies an answer that is no success: by status, then by what its
    /// text contains, never by the whole of it (contract 3.2, 3.3).
    pub(in crate::spotify) fn judge(endpoint: &Endpoint, response: &Response) -> Verdict {
        let said = Said::by(response);
        let error = match said.status {
            429 => return said.limit(response.retry_after),
            400 if said.contains("valid bearer authentication") => Self::Unauthorized,
            401 => Self::Unauthorized,
            status @ 500..=599 => Self::ServerTrouble(status),
            _ if endpoint.bucket == Bucket::Player && said.is_of_the_player() => {
                match PlayerRefusal::of(&said) {
                    PlayerRefusal::RateLimited => {
                        return Verdict::Limited(Limit::Rate, None);
                    }
                    refusal => Self::Player(refusal),
                }
            }
            403 => Self::Forbidden(Refusal::of(&said, endpoint.forbidden_means)),
            404 => Self::NotFound,
            _ => Self::Rejected(Rejection::of(&said)),
        };
        Verdict::Failed(error)
    }
}

impl Said {
    /// `{error:{message,reason}}`, then `{error:"text"}`, then the text itself
    /// (contract 3.2).
    fn by(response: &Response) -> Self {
        let tree = json::read(&response.body);
        let error = tree.as_ref().and_then(|tree| tree.get("error"));
        let text = |name| error?.get(name)?.as_str();
        let message = text("message")
            .or_else(|| error?.as_str())
            .unwrap_or(&response.body);
        Self {
            status: response.status,
            message: message
                .chars()
                .take(LONGEST_MESSAGE)
                .collect::<String>()
                .to_ascii_lowercase(),
            reason: text("reason").map(str::to_owned),
        }
    }

    /// Whether the message contains `part`, which is in lower case.
    pub fn contains(&self, part: &str) -> bool {
        self.message.contains(part)
    }

    fn is_of_the_player(&self) -> bool {
        self.reason.is_some()
            || self.contains("player command failed")
            || self.contains("device not found")
    }

    fn limit(&self, retry_after: Option<u64>) -> Verdict {
        let is_quota = self.reason.as_deref() == Some("QUOTA_EXCEEDED");
        let limit = if is_quota { Limit::Quota } else { Limit::Rate };
        Verdict::Limited(limit, retry_after.map(Millis::from_secs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::endpoints::me;

    fn said(status: u16, body: &str) -> Said {
        Said::by(&Response {
            status,
            retry_after: None,
            body: body.to_owned(),
        })
    }

    fn error(endpoint: &Endpoint, status: u16, body: &str) -> Option<Error> {
        let response = Response {
            status,
            retry_after: None,
            body: body.to_owned(),
        };
        match Error::judge(endpoint, &response) {
            Verdict::Failed(error) => Some(error),
            Verdict::Limited(..) => None,
        }
    }

    #[test]
    fn a_body_is_read_in_the_order_of_the_contract() {
        for (body, message, reason) in [
            (
                r#"{"error":{"status":404,"message":"No","reason":"R"}}"#,
                "no",
                Some("R"),
            ),
            (r#"{"error":"Forbidden"}"#, "forbidden", None),
            ("Too many requests", "too many requests", None),
            ("<html>502", "<html>502", None),
            (r#"{"error":null}"#, r#"{"error":null}"#, None),
            ("", "", None),
        ] {
            let said = said(400, body);
            assert_eq!(
                (said.message.as_str(), said.reason.as_deref()),
                (message, reason)
            );
        }
        assert_eq!(said(500, &"x".repeat(9999)).message.len(), LONGEST_MESSAGE);
    }

    #[test]
    fn each_row_of_the_catalogue_has_its_meaning() {
        use Refusal::{
            Closed, InsufficientScope, ListenerWithoutPremium, NotRegistered, NotYours,
            OwnerWithoutPremium,
        };
        let json = |message: &str| format!(r#"{{"error":{{"status":403,"message":"{message}"}}}}"#);
        let somebodys = me::PROFILE.of_somebody();
        for (endpoint, body, refusal) in [
            (
                &me::PROFILE,
                "Check settings on developer.spotify.com/dashboard, the user may not be registered."
                    .to_owned(),
                NotRegistered,
            ),
            (&me::PROFILE, json("User not registered in the Developer Dashboard"), NotRegistered),
            (
                &me::PROFILE,
                json("Active premium subscription required for the owner of the app. When the …"),
                OwnerWithoutPremium,
            ),
            (&me::PROFILE, json("Premium required"), ListenerWithoutPremium),
            (&me::PROFILE, json("Insufficient client scope"), InsufficientScope),
            (&me::PROFILE, json("You cannot add tracks to a playlist you don't own."), NotYours),
            (&me::PROFILE, json("Forbidden"), Closed),
            (&me::PROFILE, r#"{"error":"Forbidden"}"#.to_owned(), Closed),
            (&me::PROFILE, String::new(), Closed),
            (&somebodys, json("Forbidden"), NotYours),
        ] {
            let expected = Some(Error::Forbidden(refusal));
            assert_eq!(error(endpoint, 403, &body), expected, "{body}");
        }
        let of_me = |status, body| error(&me::PROFILE, status, body);
        assert_eq!(of_me(401, "{}"), Some(Error::Unauthorized));
        let bearer = json("Only valid bearer authentication supported");
        assert_eq!(of_me(400, &bearer), Some(Error::Unauthorized));
        assert_eq!(of_me(404, ""), Some(Error::NotFound));
        assert_eq!(of_me(502, "<html>"), Some(Error::ServerTrouble(502)));
        assert_eq!(of_me(429, ""), None);
    }
}
