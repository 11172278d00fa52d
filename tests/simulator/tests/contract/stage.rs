//! A simulator with a listener in front of it.

use http::Request;
use http::Response;
use http::header;
use serde_json::Value;
use simulator::DEMO_CLIENT_ID;
use simulator::Millis;
use simulator::Settings;
use simulator::Simulator;

pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
pub const REDIRECT_URI: &str = "http://127.0.0.1:8080/";
pub const FORM: &str = "application/x-www-form-urlencoded";
pub const HOUR: u64 = 60 * 60 * 1000;

pub type Reply = Response<Vec<u8>>;
pub type Pairs<'a> = Vec<(&'a str, &'a str)>;

pub struct Stage {
    pub simulator: Simulator,
    pub now: Millis,
}

impl Stage {
    pub fn new() -> Self {
        let simulator = Simulator::new(Settings::default());
        Self {
            simulator,
            now: Millis(1_795_000_000_000),
        }
    }

    pub fn wait(&mut self, ms: u64) {
        self.now = Millis(self.now.0 + ms);
    }

    pub fn send(&mut self, request: Request<Vec<u8>>) -> Reply {
        self.simulator
            .answer(request, self.now)
            .reply
            .expect("a reply")
    }

    /// `GET /authorize` as it should be, with changes: none leaves one out.
    pub fn authorize(&mut self, changes: &[(&str, Option<&str>)]) -> Reply {
        let url = authorize_url("/authorize", changes);
        self.send(Request::get(url).body(Vec::new()).unwrap())
    }

    /// Decides on the consent page.
    pub fn decide(&mut self, form: &[(&str, &str)]) -> Reply {
        let url = authorize_url("/simulator/consent", &[]);
        self.send(Request::post(url).body(encode(form)).unwrap())
    }

    /// A code that Ada agreed to.
    pub fn code(&mut self) -> String {
        let reply = self.decide(&[("decision", "agree"), ("account", "ada01")]);
        parameter(&reply, "code").expect("a code")
    }

    pub fn token(&mut self, form: &[(&str, &str)]) -> Reply {
        let request = Request::post("https://accounts.spotify.com/api/token")
            .header(header::CONTENT_TYPE, FORM)
            .body(encode(form))
            .unwrap();
        self.send(request)
    }

    /// Redeems a code as it should be, with changes.
    pub fn exchange(&mut self, code: &str, changes: &[(&str, Option<&str>)]) -> Reply {
        let form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", REDIRECT_URI),
            ("client_id", DEMO_CLIENT_ID),
            ("code_verifier", VERIFIER),
        ];
        self.token(&changed(form, changes))
    }

    pub fn refresh(&mut self, token: &str) -> Reply {
        self.token(&[
            ("grant_type", "refresh_token"),
            ("refresh_token", token),
            ("client_id", DEMO_CLIENT_ID),
        ])
    }

    /// Tokens with some scopes, without a sign-in.
    pub fn tokens(&mut self, account: &str, scopes: &str) -> simulator::TokenPair {
        self.simulator
            .issue_tokens(DEMO_CLIENT_ID, account, Some(scopes), self.now)
            .unwrap()
    }

    pub fn api(&mut self, path: &str, token: &str) -> Reply {
        self.send(api_request(path, token))
    }

    /// A call of Ada's, with every scope.
    pub fn ada(&mut self, path: &str) -> Reply {
        let tokens = self
            .simulator
            .issue_tokens(DEMO_CLIENT_ID, "ada01", None, self.now);
        self.api(path, &tokens.unwrap().access_token)
    }

    pub fn last_marks(&self) -> &[String] {
        &self.simulator.log().last().expect("an entry").marks
    }
}

pub fn api_request(path: &str, token: &str) -> Request<Vec<u8>> {
    Request::get(format!("https://api.spotify.com/v1{path}"))
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .body(Vec::new())
        .unwrap()
}

pub fn authorize_url(path: &str, changes: &[(&str, Option<&str>)]) -> String {
    let query = vec![
        ("client_id", DEMO_CLIENT_ID),
        ("response_type", "code"),
        ("redirect_uri", REDIRECT_URI),
        ("state", "a state of sorts"),
        ("scope", "user-top-read user-library-read"),
        ("code_challenge_method", "S256"),
        ("code_challenge", CHALLENGE),
    ];
    let query = String::from_utf8(encode(&changed(query, changes))).unwrap();
    format!("https://accounts.spotify.com{path}?{query}")
}

pub fn encode(pairs: &[(&str, &str)]) -> Vec<u8> {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(pairs);
    form.finish().into_bytes()
}

pub fn json(reply: &Reply) -> Value {
    serde_json::from_slice(reply.body()).expect("a JSON body")
}

pub fn text(reply: &Reply) -> String {
    String::from_utf8(reply.body().clone()).unwrap()
}

pub fn head<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
    reply
        .headers()
        .get(name)
        .map(|value| value.to_str().unwrap())
}

/// A parameter of the address a reply redirects to.
pub fn parameter(reply: &Reply, name: &str) -> Option<String> {
    let location = head(reply, "location")?;
    let (_, query) = location.split_once('?')?;
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

/// Checks for the Web API's regular error (contract 3.2).
pub fn check_api_error(reply: &Reply, status: u16, message: &str) {
    assert_eq!(reply.status(), status, "{}", text(reply));
    assert_eq!(json(reply)["error"]["status"], status);
    let found = json(reply)["error"]["message"].as_str().unwrap().to_owned();
    assert!(found.contains(message), "{found}");
}

fn changed<'a>(mut pairs: Pairs<'a>, changes: &[(&'a str, Option<&'a str>)]) -> Pairs<'a> {
    for (name, value) in changes {
        pairs.retain(|(known, _)| known != name);
        pairs.extend(value.map(|value| (*name, value)));
    }
    pairs
}
