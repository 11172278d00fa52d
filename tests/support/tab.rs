use std::rc::Rc;

use cratedigger::{
    config::STORAGE_PREFIX,
    oauth::ValidatedCallback,
    ports::{Random, Transport},
    session::{Arrival, FailedCallback, Listener, Ports, Session, SessionState},
    spotify::{
        Client, Error, Window,
        endpoints::me::{self, TimeRange},
        model::PrivateUser,
    },
};

use super::{
    MemoryStore,
    browser::{BrowserOfTab, TabId},
    tasks::TabTasks,
};

/// What a tab is opened with, where it is not the usual.
#[derive(Default)]
pub struct TabSetup {
    /// Its own storage.
    pub store: Option<Rc<MemoryStore>>,
    /// Another source of random.
    pub random: Option<Rc<dyn Random>>,
    /// Another way to Spotify.
    pub transport: Option<Rc<dyn Transport>>,
}

/// A tab with the app in it.
pub struct Tab {
    pub(super) id: TabId,
    pub(super) tasks: Rc<TabTasks>,
    /// Its own storage.
    pub store: Rc<MemoryStore>,
    /// Its session.
    pub session: Rc<Session>,
    /// Its client.
    pub client: Client,
    /// What its session asks of the world.
    pub ports: Ports,
    /// The browser as it meets it.
    pub browser: BrowserOfTab,
}

/// The whole of a key in the browser's storage.
pub fn key(name: &str) -> String {
    format!("{STORAGE_PREFIX}{name}")
}

impl Tab {
    /// Asks who is signed in; the least that a page can ask.
    pub fn ask(&self) -> impl Future<Output = Result<PrivateUser, Error>> + 'static {
        self.client.call(me::profile())
    }

    /// Asks something that nobody else asks with another number.
    pub fn ask_nth(&self, number: u32) -> impl Future<Output = Result<(), Error>> + 'static {
        let call = me::top_tracks(TimeRange::ShortTerm, Window::from(number));
        let asking = self.client.call(call);
        async move { asking.await.map(drop) }
    }

    /// Who is signed in.
    pub fn listener(&self) -> Option<Listener> {
        match self.session.state() {
            SessionState::SignedIn(listener)
            | SessionState::Refreshing(listener)
            | SessionState::CutOff(listener) => Some(listener),
            _ => None,
        }
    }

    /// Whether this tab's storage holds a grant.
    pub fn has_stored_grant(&self) -> bool {
        self.store.present().contains(&key("session"))
    }

    /// How many sign-ins this tab waits for.
    pub fn pending(&self) -> usize {
        let keys = self.store.present();
        keys.iter()
            .filter(|own| own.starts_with(&key("txn.")))
            .count()
    }

    /// The access token as it stands.
    pub fn access_token(&self) -> String {
        let grant = self.session.grant().expect("a grant");
        grant.tokens.access.expose().to_owned()
    }

    /// The refresh token as it stands.
    pub fn refresh_token(&self) -> String {
        let grant = self.session.grant().expect("a grant");
        let token = grant.tokens.refresh.expect("a refresh token");
        token.expose().to_owned()
    }

    /// What became of a callback that is good.
    pub fn answered(&self, query: &str) -> ValidatedCallback {
        match self.session.receive(query, "") {
            Arrival::Answered(callback) => callback,
            arrival => panic!("{arrival:?}"),
        }
    }

    /// What became of a callback that must fail.
    pub fn failed(&self, query: &str) -> FailedCallback {
        match self.session.receive(query, "") {
            Arrival::Failed(failed) => failed,
            arrival => panic!("{arrival:?}"),
        }
    }
}
