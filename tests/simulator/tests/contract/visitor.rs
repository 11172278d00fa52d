//! A listener who calls with any method, and reads lists page by page.

use http::Request;
use http::header;
use serde_json::Value;
use serde_json::json;
use simulator::AppChange;
use simulator::DEMO_CLIENT_ID;
use simulator::Population;
use simulator::control;

use crate::stage::Reply;
use crate::stage::Stage;
use crate::stage::json;

pub struct Visitor {
    pub stage: Stage,
    pub token: String,
}

impl Visitor {
    /// Somebody with every scope.
    pub fn new(account: &str) -> Self {
        let mut stage = Stage::new();
        let tokens = stage
            .simulator
            .issue_tokens(DEMO_CLIENT_ID, account, None, stage.now);
        let token = tokens.unwrap().access_token;
        Self { stage, token }
    }

    pub fn ada() -> Self {
        Self::new("ada01")
    }

    /// The same with other scopes.
    pub fn with_scopes(mut self, scopes: &str) -> Self {
        self.token = self.stage.tokens("ada01", scopes).access_token;
        self
    }

    pub fn of(mut self, population: Population) -> Self {
        let change = AppChange {
            population: Some(population),
            ..AppChange::default()
        };
        self.stage
            .simulator
            .change_app(DEMO_CLIENT_ID, change)
            .unwrap();
        self
    }

    pub fn get(&mut self, path: &str) -> Reply {
        self.stage.api(path, &self.token)
    }

    /// The JSON of a GET that goes well.
    pub fn read(&mut self, path: &str) -> Value {
        let reply = self.get(path);
        assert_eq!(
            reply.status(),
            200,
            "{path}: {}",
            crate::stage::text(&reply)
        );
        json(&reply)
    }

    /// A call with a JSON body; null for none.
    pub fn call(&mut self, method: &str, path: &str, body: &Value) -> Reply {
        let bytes = if body.is_null() {
            Vec::new()
        } else {
            body.to_string().into_bytes()
        };
        self.send(method, path, "application/json", bytes)
    }

    pub fn send(&mut self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Reply {
        let request = Request::builder()
            .method(method)
            .uri(format!("https://api.spotify.com/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, kind)
            .body(body)
            .unwrap();
        self.stage.send(request)
    }

    /// A command to the control address.
    pub fn order(&mut self, path: &str, body: &Value) -> Value {
        let method = if path == "/switches" { "PATCH" } else { "POST" };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .body(body.to_string().into_bytes())
            .unwrap();
        let reply = control::answer(&mut self.stage.simulator, &request, self.stage.now);
        assert_eq!(reply.status(), 200, "{}", crate::stage::text(&reply));
        json(&reply)
    }

    /// A playlist of Ada's with so many items; its id.
    pub fn playlist(&mut self, items: usize, filling: &str) -> String {
        let order =
            json!({"account": "ada01", "name": "A list", "items": items, "filling": filling});
        let made = self.order("/playlists", &order);
        made["id"].as_str().unwrap().to_owned()
    }

    /// Every entry of a list, page by page.
    pub fn all(&mut self, path: &str) -> Vec<Value> {
        let mut next = Some(path.to_owned());
        let mut all = Vec::new();
        while let Some(path) = next {
            let mut page = self.read(&path);
            all.append(page["items"].as_array_mut().unwrap());
            let url = page["next"].as_str();
            next = url.map(|url| url.split_once("/v1").unwrap().1.to_owned());
        }
        all
    }

    /// The URIs of a playlist, in order.
    pub fn uris_of(&mut self, playlist: &str) -> Vec<String> {
        let path = format!("/playlists/{playlist}/items?limit=50&additional_types=track,episode");
        let items = self.all(&path);
        let uris = items.iter().map(|item| item["item"]["uri"].as_str());
        uris.map(|uri| uri.unwrap_or("gone").to_owned()).collect()
    }

    /// URIs of so many tracks.
    pub fn tracks(&mut self, count: usize) -> Vec<String> {
        let all = self.all("/me/top/tracks?limit=50");
        let uris = all.iter().map(|track| track["uri"].as_str().unwrap());
        uris.take(count).map(str::to_owned).collect()
    }

    /// The version a playlist is at.
    pub fn snapshot(&mut self, id: &str) -> Value {
        let list = self.read(&format!("/playlists/{id}?fields=snapshot_id"));
        list["snapshot_id"].clone()
    }

    pub fn last_marks(&self) -> &[String] {
        self.stage.last_marks()
    }
}

/// What a text field holds in every object of a list.
pub fn texts<'a>(list: &'a [Value], pointer: &str) -> Vec<&'a str> {
    list.iter()
        .map(|item| item.pointer(pointer).and_then(Value::as_str).unwrap_or(""))
        .collect()
}
