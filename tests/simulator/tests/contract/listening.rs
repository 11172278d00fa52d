//! A listener with devices.

use http::Request;
use http::header;
use serde_json::Value;
use serde_json::json;
use simulator::DEMO_CLIENT_ID;
use simulator::control;

use crate::stage::Reply;
use crate::stage::Stage;
use crate::stage::json as body_of;

pub const NOTHING: Value = Value::Null;

pub struct Listening {
    pub stage: Stage,
    pub token: String,
}

impl Listening {
    /// Ada, with every scope, and without lag.
    pub fn new() -> Self {
        Self::of("ada01")
    }

    pub fn of(account: &str) -> Self {
        let mut stage = Stage::new();
        let tokens = stage
            .simulator
            .issue_tokens(DEMO_CLIENT_ID, account, None, stage.now);
        let token = tokens.unwrap().access_token;
        stage.simulator.sign_in(account).unwrap();
        let mut listening = Self { stage, token };
        listening.control("PATCH", "/switches", &json!({"lag_ms": 0}));
        listening
    }

    /// Ada, with the laptop playing a record from its beginning.
    pub fn to_a_record() -> Self {
        let mut listening = Self::new();
        let record = listening.record();
        let play = json!({"context_uri": record["uri"]});
        let laptop = listening.device("laptop");
        let reply = listening.send("PUT", &format!("/play?device_id={laptop}"), &play);
        assert_eq!(reply.status(), 204);
        listening
    }

    /// Waits for longer than a token lives.
    pub fn sleep(&mut self, ms: u64) {
        self.stage.wait(ms);
        let scopes = "user-read-playback-state user-read-currently-playing \
             user-read-recently-played user-modify-playback-state";
        self.token = self.stage.tokens("ada01", scopes).access_token;
    }

    /// A call to `/me/player…`.
    pub fn send(&mut self, method: &str, path: &str, body: &Value) -> Reply {
        let bytes = match body {
            Value::Null => Vec::new(),
            body => body.to_string().into_bytes(),
        };
        let request = Request::builder()
            .method(method)
            .uri(format!("https://api.spotify.com/v1/me/player{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .body(bytes)
            .unwrap();
        self.stage.send(request)
    }

    /// A command without a body that works.
    pub fn tell(&mut self, method: &str, path: &str) {
        let reply = self.send(method, path, &NOTHING);
        assert_eq!(reply.status(), 204, "{method} {path}");
    }

    pub fn read(&mut self, path: &str) -> Value {
        let reply = self.send("GET", path, &NOTHING);
        assert_eq!(reply.status(), 200, "{path}");
        body_of(&reply)
    }

    pub fn catalogue(&mut self, path: &str) -> Value {
        body_of(&self.stage.api(path, &self.token))
    }

    pub fn control(&mut self, method: &str, path: &str, body: &Value) -> Value {
        let bytes = body.to_string().into_bytes();
        let request = Request::builder().method(method).uri(path).body(bytes);
        let now = self.stage.now;
        let reply = control::answer(&mut self.stage.simulator, &request.unwrap(), now);
        assert_eq!(reply.status(), 200, "{path}: {}", body_of(&reply));
        body_of(&reply)
    }

    /// The id of the device whose name ends so.
    pub fn device(&mut self, name: &str) -> String {
        let devices = self.read("/devices")["devices"].clone();
        let devices = devices.as_array().unwrap();
        let is_it = |device: &&Value| device["name"].as_str().unwrap().ends_with(name);
        let device = devices.iter().find(is_it).expect("a device");
        device["id"].as_str().expect("an id").to_owned()
    }

    /// A whole album with several tracks.
    pub fn record(&mut self) -> Value {
        let top = self.catalogue("/me/top/tracks?limit=1");
        let id = top["items"][0]["album"]["id"].as_str().unwrap().to_owned();
        self.catalogue(&format!("/albums/{id}"))
    }
}

/// A field of each of a list.
pub fn each<'a>(list: &'a Value, pointer: &str) -> Vec<&'a Value> {
    let list = list.as_array().expect("a list").iter();
    list.map(|item| item.pointer(pointer).unwrap_or(&Value::Null))
        .collect()
}
