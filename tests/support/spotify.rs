use std::{collections::BTreeSet, rc::Rc, sync::Arc};

use cratedigger::{
    ports::Response,
    spotify::{Call, Endpoint, Error, Tells, endpoints},
};
use serde_json::Value;
use simulator::{AccountChange, AppChange, DEMO_CLIENT_ID, Population, SwitchChange};

use super::{ScriptedTransport, Tab, TabSetup, World};

impl World {
    /// Carries out a command of Spotify's control, such as `POST /player`, and
    /// gives the answer; it must not fail.
    pub fn control(&self, command: &str, body: &Value) -> Value {
        let (method, path) = command.split_once(' ').expect("a method and a path");
        let request = http::Request::builder()
            .method(method)
            .uri(path)
            .body(body.to_string().into_bytes())
            .expect("a request");
        let now = self.spotify_now();
        let answer = simulator::control::answer(&mut self.spotify.borrow_mut(), &request, now);
        let told: Value = serde_json::from_slice(answer.body()).expect("JSON");
        assert!(answer.status().is_success(), "{command}: {told}");
        told
    }

    /// Changes how Spotify behaves.
    pub fn switch(&self, change: SwitchChange) {
        self.spotify.borrow_mut().switch(change);
    }

    /// Has every answer lose what may be null or missing, or not.
    pub fn sprinkle_nulls(&self, null_sprinkling: bool) {
        let null_sprinkling = Some(null_sprinkling);
        self.switch(SwitchChange {
            null_sprinkling,
            ..SwitchChange::default()
        });
    }

    /// Makes the app one of those that were registered then.
    pub fn has_app_of(&self, population: Population) {
        let population = Some(population);
        let change = AppChange {
            population,
            ..AppChange::default()
        };
        let mut spotify = self.spotify.borrow_mut();
        let done = spotify.change_app(DEMO_CLIENT_ID, change);
        done.expect("the demo app");
    }

    /// Moves Ada to a country where audiobooks are sold.
    pub fn move_to_britain(&self) {
        let country = Some("GB".to_owned());
        let change = AccountChange {
            country,
            ..AccountChange::default()
        };
        let mut spotify = self.spotify.borrow_mut();
        let done = spotify.change_account("ada01", change);
        done.expect("Ada's account");
    }

    /// The endpoints that were called with success, by method and path, as
    /// Spotify's log has them.
    pub fn succeeded(&self) -> BTreeSet<String> {
        let spotify = self.spotify.borrow();
        let calls = spotify.log().iter();
        calls
            .filter(|entry| entry.host == "api.spotify.com" && entry.method != "OPTIONS")
            .filter(|entry| matches!(entry.status, Some(200..=299)))
            .map(|entry| {
                let mut known = endpoints::ALL.iter();
                let endpoint = known.find(|known| {
                    known.method.as_str() == entry.method && leads_to(known.path, &entry.path)
                });
                name(endpoint.expect("nothing else is called"))
            })
            .collect()
    }

    /// How many calls of the Web API reached Spotify since the log was emptied.
    pub fn calls_in_log(&self) -> usize {
        let spotify = self.spotify.borrow();
        let calls = spotify.log().iter();
        calls
            .filter(|entry| entry.host == "api.spotify.com" && entry.method != "OPTIONS")
            .count()
    }

    /// Begins to count anew, at both ends.
    pub fn empty_log(&self) {
        self.wire.forget();
        self.spotify.borrow_mut().clear_log();
    }

    /// What Spotify answers `call` with.
    pub fn call<T: Tells + Send + Sync + 'static>(
        &self,
        tab: &Tab,
        call: Call<T>,
    ) -> Result<T, Error> {
        self.run(tab.client.call(call))
    }

    /// What a page is shown: what is known, or else what Spotify answers.
    pub fn read<T>(&self, tab: &Tab, call: Call<T>) -> Arc<T>
    where
        T: Tells + Send + Sync + 'static,
    {
        let path = call.path().to_owned();
        match self.run(tab.client.read(call)) {
            Ok(value) => value,
            Err(error) => panic!("{path}: {error:?}"),
        }
    }

    /// The same, of a call that must succeed.
    pub fn get<T: Tells + Send + Sync + 'static>(&self, tab: &Tab, call: Call<T>) -> T {
        let path = call.path().to_owned();
        match self.call(tab, call) {
            Ok(value) => value,
            Err(error) => panic!("{path}: {error:?}"),
        }
    }
}

/// What tells endpoints apart in the log; changes of the order and of all
/// items of a playlist are not.
pub fn name(endpoint: &Endpoint) -> String {
    format!("{} {}", endpoint.method.as_str(), endpoint.path)
}

/// The names of some endpoints.
pub fn names(endpoints: &[&Endpoint]) -> BTreeSet<String> {
    endpoints.iter().map(|endpoint| name(endpoint)).collect()
}

fn leads_to(template: &str, path: &str) -> bool {
    let parts = template.split('/').zip(path.split('/'));
    template.split('/').count() == path.split('/').count()
        && parts
            .into_iter()
            .all(|(known, part)| known == part || known == "{id}")
}

/// A world with a tab in which Ada is signed in with every permission, and
/// which is given these answers and no others from now on.
pub fn scripted(
    answers: impl IntoIterator<Item = Response>,
) -> (World, Tab, Rc<ScriptedTransport>) {
    let (world, tab) = World::signed_in_for_everything();
    let script = ScriptedTransport::giving(answers);
    let (store, transport) = (Rc::clone(&tab.store), Rc::clone(&script) as Rc<_>);
    world.close(tab);
    let tab = world.open_tab_with(TabSetup {
        store: Some(store),
        transport: Some(transport),
        random: None,
    });
    (world, tab, script)
}
