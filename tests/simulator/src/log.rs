//! The log of calls: facts and marks, never a secret.

use http::header;
use serde::Serialize;

use crate::call::Call;
use crate::clock::Millis;
use crate::host::Host;
use crate::secrets::Secrets;

/// Query parameters whose values stay out of the log.
const SECRET_PARAMETERS: [&str; 7] = [
    "code",
    "state",
    // The whole address of a sign-in, with its state.
    "continue",
    "access_token",
    "refresh_token",
    "code_verifier",
    "client_secret",
];

/// One call.
#[derive(Clone, Debug, Serialize)]
pub struct LogEntry {
    /// Counts up from 1 since the last reset.
    pub seq: u64,
    /// Simulator time of arrival.
    pub time_ms: Millis,
    /// Which of Spotify's hosts answered, also on a single origin.
    pub host: &'static str,
    /// Such as `GET`; a preflight is `OPTIONS`.
    pub method: String,
    /// Without the query.
    pub path: String,
    /// With the values of secrets left out.
    pub query: String,
    /// None when the connection was dropped.
    pub status: Option<u16>,
    /// The app, where known.
    pub client_id: Option<String>,
    /// The account, where known.
    pub account: Option<String>,
    /// What Spotify ignores in silence and a careful client never does.
    pub marks: Vec<String>,
    /// The faults on order that struck.
    pub faults: Vec<&'static str>,
    /// Whether a cookie came with it.
    pub had_cookie: bool,
    /// The `Referer`, if one came.
    pub referer: Option<String>,
    /// The `Origin`, if one came.
    pub origin: Option<String>,
    /// The scheme of the `Authorization`, if one came: never its value.
    pub authorization: Option<String>,
}

impl LogEntry {
    /// The entry of a call that has not been answered yet.
    pub(crate) fn begin(call: &Call, now: Millis, secrets: &Secrets) -> Self {
        let mut entry = Self {
            seq: 0,
            time_ms: now,
            host: call.host.name(),
            method: call.method.to_string(),
            path: call.path.clone(),
            query: call.query.without(&SECRET_PARAMETERS),
            status: None,
            client_id: None,
            account: None,
            marks: Vec::new(),
            faults: Vec::new(),
            had_cookie: call.headers.contains_key(header::COOKIE),
            referer: call
                .header(header::REFERER)
                .map(|value| secrets.redact(value)),
            origin: call.header(header::ORIGIN).map(str::to_owned),
            authorization: call.header(header::AUTHORIZATION).map(scheme_of),
        };
        entry.mark_headers(call);
        entry
    }

    /// Adds a mark.
    pub(crate) fn mark(&mut self, mark: impl Into<String>) {
        self.marks.push(mark.into());
    }

    fn mark_headers(&mut self, call: &Call) {
        if is_own_page(call) {
            return;
        }
        if let Some(referer) = &self.referer {
            self.marks.push(format!("Referer sent: {referer}"));
        }
        if self.had_cookie && call.host != Host::Accounts {
            self.mark("cookie sent");
        }
        if self.authorization.is_some() && call.host != Host::Api && call.path != "/api/token" {
            self.mark("Authorization sent where none belongs");
        }
        if call.query.get("access_token").is_some() {
            self.mark("access token in the address");
        }
    }
}

/// Pages of the simulator's own, which no client writes requests for.
fn is_own_page(call: &Call) -> bool {
    call.path.starts_with("/simulator/") || call.path == "/favicon.ico"
}

fn scheme_of(authorization: &str) -> String {
    authorization
        .split(' ')
        .next()
        .unwrap_or_default()
        .chars()
        .take(16)
        .collect()
}

/// All calls since it was last cleared.
#[derive(Debug, Default)]
pub struct Log {
    entries: Vec<LogEntry>,
    last_seq: u64,
}

impl Log {
    /// Adds an entry and numbers it.
    pub fn push(&mut self, mut entry: LogEntry) {
        self.last_seq += 1;
        entry.seq = self.last_seq;
        self.entries.push(entry);
    }

    /// All entries, oldest first.
    pub fn entries(&self) -> &[LogEntry] {
        &self.entries
    }

    /// Empties it; the numbers go on.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}
