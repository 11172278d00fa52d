use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use cratedigger::{
    oauth::{ClientId, RedirectUri, Scope, ScopeSet},
    ports::Millis,
    route::Route,
    session::{Ports, Session, SignInFailure, SignInRequest},
    spotify::Client,
};
use futures::{executor::LocalSpawner, future::RemoteHandle, task::LocalSpawnExt};
use simulator::{DEMO_CLIENT_ID, Fault, Settings, Simulator, SwitchChange};

use super::{
    Browser, Decision, FakeClock, MemoryStore, SeededRandom, Tab, TabSetup, Wire,
    browser::BrowserOfTab, consent, tasks::TabTasks, timeline::Timeline,
};

/// Where the app is served.
pub const ORIGIN: &str = "http://127.0.0.1:8080";

/// Under which path.
pub const BASE_PATH: &str = "/";

/// When every test begins: a day in the autumn of 2026.
const START: Millis = Millis(1_790_000_000_000);

/// A listener, a browser with tabs, Spotify, and the time that passes for all
/// of them.
pub struct World {
    /// Spotify.
    pub spotify: Rc<RefCell<Simulator>>,
    /// The time.
    pub clock: Rc<FakeClock>,
    /// The way from the browser to Spotify.
    pub wire: Wire,
    /// What the tabs share.
    pub browser: Rc<Browser>,
    /// What this device remembers.
    pub device: Rc<MemoryStore>,
    timeline: Timeline,
    spawner: LocalSpawner,
    last_seed: Cell<u64>,
}

/// The client ID of the demo app.
pub fn client_id() -> ClientId {
    ClientId::parse(DEMO_CLIENT_ID).expect("well-formed")
}

/// The address of the app, which the demo app has registered.
pub fn redirect_uri() -> RedirectUri {
    RedirectUri::of_app(ORIGIN, BASE_PATH)
}

/// A sign-in with the demo app that returns to `return_to`.
pub fn request(return_to: Route) -> SignInRequest {
    SignInRequest {
        client_id: client_id(),
        redirect_uri: redirect_uri(),
        scopes: ScopeSet::at_sign_in(),
        return_to,
        show_dialog: false,
    }
}

impl World {
    /// The world as it is at first: nobody is signed in.
    pub fn new() -> Self {
        let clock = Rc::new(FakeClock::at(START));
        let spotify = Rc::new(RefCell::new(Simulator::new(Settings::default())));
        let timeline = Timeline::new(Rc::clone(&clock));
        let spawner = timeline.spawner();
        Self {
            wire: Wire::to(Rc::clone(&spotify), Rc::clone(&clock)),
            browser: Browser::new(spawner.clone()),
            device: Rc::default(),
            last_seed: Cell::default(),
            spotify,
            clock,
            timeline,
            spawner,
        }
    }

    /// A world with a tab in it in which Ada is signed in; nothing of how it
    /// came to that is counted.
    pub fn signed_in() -> (Self, Tab) {
        let world = Self::new();
        let tab = world.open_tab();
        world.sign_in(&tab).expect("a sign-in without trouble");
        world.wire.forget();
        (world, tab)
    }

    /// The same, with every permission there is.
    pub fn signed_in_for_everything() -> (Self, Tab) {
        let world = Self::new();
        let tab = world.open_tab();
        let everything = SignInRequest {
            scopes: Scope::ALL.into_iter().collect(),
            ..request(Route::Home)
        };
        let url = tab.session.begin(everything).expect("a request");
        let query = world
            .visit(url.as_str(), Decision::Agree("ada01"))
            .expect("a consent page");
        world
            .finish(&tab, &query)
            .expect("a sign-in without trouble");
        world.wire.forget();
        (world, tab)
    }

    /// The same, with refresh tokens that are good for one use.
    pub fn signed_in_with_rotation() -> (Self, Tab) {
        let (world, tab) = Self::signed_in();
        let legacy_rotation = Some(true);
        let change = SwitchChange {
            legacy_rotation,
            ..SwitchChange::default()
        };
        world.spotify.borrow_mut().switch(change);
        (world, tab)
    }

    /// Opens a tab with nothing in its storage.
    pub fn open_tab(&self) -> Tab {
        self.open_tab_with(TabSetup::default())
    }

    /// Opens a tab that differs from the usual.
    pub fn open_tab_with(&self, setup: TabSetup) -> Tab {
        let id = self.browser.open_tab();
        self.last_seed.set(self.last_seed.get() + 1);
        let store = setup.store.unwrap_or_default();
        let tasks = Rc::new(TabTasks::new(self.spawner.clone()));
        let of_tab = BrowserOfTab {
            browser: Rc::clone(&self.browser),
            tab: id,
        };
        let seeded = SeededRandom::new(self.last_seed.get() << 32);
        let ports = Ports {
            transport: setup
                .transport
                .unwrap_or_else(|| Rc::new(self.wire.clone())),
            clock: Rc::clone(&self.clock) as Rc<_>,
            random: setup.random.unwrap_or_else(|| Rc::new(seeded)),
            tab_store: Rc::clone(&store) as Rc<_>,
            device_store: Rc::clone(&self.device) as Rc<_>,
            tab_lock: Rc::new(of_tab.clone()),
            tab_channel: Rc::new(of_tab.clone()),
            tasks: Rc::clone(&tasks) as Rc<_>,
        };
        let session = Session::open(ports.clone());
        let tokens = Rc::new(Rc::clone(&session));
        let own = ports.clone();
        let client = Client::new(
            ports.transport,
            tokens,
            ports.clock,
            ports.random,
            ports.tab_store,
        );
        self.settle();
        Tab {
            ports: own,
            browser: of_tab,
            id,
            tasks,
            store,
            session,
            client,
        }
    }

    /// Opens a tab with what another tab, or an earlier page of the same tab,
    /// left in this storage.
    pub fn open_stored(&self, store: &Rc<MemoryStore>) -> Tab {
        let store = Some(Rc::clone(store));
        self.open_tab_with(TabSetup {
            store,
            ..TabSetup::default()
        })
    }

    /// Duplicates `tab`: the browser copies its storage.
    pub fn duplicate(&self, tab: &Tab) -> Tab {
        self.open_stored(&Rc::new(tab.store.copy()))
    }

    /// Reloads `tab`.
    pub fn reload(&self, tab: Tab) -> Tab {
        let store = Rc::clone(&tab.store);
        self.close(tab);
        self.open_stored(&store)
    }

    /// Closes `tab`.
    pub fn close(&self, tab: Tab) {
        let Tab { id, tasks, .. } = tab;
        tasks.end();
        self.browser.close_tab(id);
        self.settle();
    }

    /// Lets `tab` hear nothing, as when the browser freezes it.
    pub fn freeze(&self, tab: &Tab) {
        self.browser.freeze(tab.id);
    }

    /// Lets `tab` hear again.
    pub fn thaw(&self, tab: &Tab) {
        self.browser.thaw(tab.id);
    }

    /// Signs Ada in from the page of the top lists.
    pub fn sign_in(&self, tab: &Tab) -> Result<Route, SignInFailure> {
        let query = self.consent(tab, Decision::Agree("ada01"));
        self.finish(tab, &query)
    }

    /// Signs another account in, which Spotify asks for each time.
    pub fn sign_in_as(&self, tab: &Tab, account: &'static str) {
        let request = SignInRequest {
            show_dialog: true,
            ..request(Route::top())
        };
        let url = tab.session.begin(request).expect("a beginning");
        let query = self.visit(url.as_str(), Decision::Agree(account));
        self.finish(tab, &query.expect("an address to go back to"))
            .expect("a sign-in without trouble");
    }

    /// Begins a sign-in in `tab`, lets the listener decide, and gives the
    /// query they come back with.
    pub fn consent(&self, tab: &Tab, decision: Decision) -> String {
        let url = tab
            .session
            .begin(request(Route::top()))
            .expect("a beginning");
        self.visit(url.as_str(), decision)
            .expect("an address to go back to")
    }

    /// Goes to Spotify and gives the query the listener comes back with, or
    /// the page on which it ends.
    pub fn visit(&self, url: &str, decision: Decision) -> Result<String, String> {
        let now = self.spotify_now();
        let back = consent::visit(&mut self.spotify.borrow_mut(), url, decision, now)?;
        let query = back.strip_prefix("http://127.0.0.1:8080/?");
        Ok(query.expect("the redirect URI").to_owned())
    }

    /// Has `tab` judge a callback that is good, and exchange its code.
    pub fn finish(&self, tab: &Tab, query: &str) -> Result<Route, SignInFailure> {
        let callback = tab.answered(query);
        let return_to = callback.return_to();
        self.run(tab.session.finish(callback, &tab.client))
            .map(|()| return_to)
    }

    /// Orders something to go wrong at Spotify.
    pub fn order(&self, fault: Fault) {
        self.spotify.borrow_mut().order_fault(fault);
    }

    /// Ends whatever was ordered to go wrong.
    pub fn all_is_well(&self) {
        self.spotify.borrow_mut().clear_faults();
    }

    /// Ends every access token at Spotify; the listener's device knows nothing
    /// of it.
    pub fn expire_access_tokens(&self) {
        let now = self.spotify_now();
        self.spotify.borrow_mut().expire_access_tokens(now);
    }

    /// What Spotify ignored in silence and a careful client never sends.
    pub fn marks(&self) -> Vec<String> {
        let spotify = self.spotify.borrow();
        let entries = spotify.log().iter();
        entries.flat_map(|entry| entry.marks.clone()).collect()
    }

    /// The time as Spotify has it.
    pub fn spotify_now(&self) -> simulator::Millis {
        simulator::Millis(self.clock.true_now().0)
    }

    /// Runs `future` to its end; time passes as it must.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        self.timeline.run(future)
    }

    /// Starts `future` without waiting for it; dropping the handle ends it.
    pub fn start<T: 'static>(&self, future: impl Future<Output = T> + 'static) -> RemoteHandle<T> {
        let handle = self
            .spawner
            .spawn_local_with_handle(future)
            .expect("the pool outlives the world");
        self.settle();
        handle
    }

    /// Where tasks are started.
    pub fn spawner(&self) -> LocalSpawner {
        self.spawner.clone()
    }

    /// Lets everything happen that can happen at this moment.
    pub fn settle(&self) {
        self.timeline.settle();
    }

    /// Lets `span` pass.
    pub fn pass(&self, span: Millis) {
        self.timeline.pass(span);
    }
}
