use std::{
    cell::{Cell, RefCell},
    collections::{HashMap, HashSet, VecDeque},
    rc::Rc,
};

use cratedigger::ports::{Channels, LockOutcome, TabChannel, TabLock};
use futures::{FutureExt, executor::LocalSpawner, future::LocalBoxFuture, task::LocalSpawnExt};

/// Names a document: a tab that is reloaded gets another one.
pub type TabId = u32;

type Listener = Rc<dyn Fn(String)>;

/// What the tabs of one browser share: locks and a channel.
pub struct Browser {
    spawner: LocalSpawner,
    last_tab: Cell<TabId>,
    has_locks: Cell<bool>,
    locks: RefCell<HashMap<String, TabId>>,
    ears: RefCell<Vec<Ear>>,
    deaf: RefCell<HashSet<TabId>>,
    on_the_way: RefCell<VecDeque<Letter>>,
    posted: RefCell<Vec<String>>,
}

/// The channel that all tabs of the app share.
const COMMON: &str = "";

/// A tab that listens on a channel.
struct Ear {
    tab: TabId,
    channel: String,
    listener: Listener,
}

/// A message on its way.
struct Letter {
    from: TabId,
    channel: String,
    message: String,
}

impl Browser {
    /// A browser without tabs.
    pub fn new(spawner: LocalSpawner) -> Rc<Self> {
        Rc::new(Self {
            spawner,
            last_tab: Cell::default(),
            has_locks: Cell::new(true),
            locks: RefCell::default(),
            ears: RefCell::default(),
            deaf: RefCell::default(),
            on_the_way: RefCell::default(),
            posted: RefCell::default(),
        })
    }

    /// The id of a tab that is opened now.
    pub fn open_tab(&self) -> TabId {
        self.last_tab.set(self.last_tab.get() + 1);
        self.last_tab.get()
    }

    /// Frees what `tab` holds, and stops telling it anything.
    pub fn close_tab(&self, tab: TabId) {
        self.locks.borrow_mut().retain(|_, owner| *owner != tab);
        self.ears.borrow_mut().retain(|ear| ear.tab != tab);
    }

    /// A browser from before the Web Locks API.
    pub fn take_locks_away(&self) {
        self.has_locks.set(false);
    }

    /// Lets `tab` hear nothing more, as when the browser freezes it.
    pub fn freeze(&self, tab: TabId) {
        self.deaf.borrow_mut().insert(tab);
    }

    /// Lets `tab` hear again.
    pub fn thaw(&self, tab: TabId) {
        self.deaf.borrow_mut().remove(&tab);
    }

    /// Which tab holds each lock.
    pub fn owners(&self) -> Vec<TabId> {
        self.locks.borrow().values().copied().collect()
    }

    /// Every message posted so far.
    pub fn posted(&self) -> Vec<String> {
        self.posted.borrow().clone()
    }

    /// Posts `message` to every tab but `from`; it arrives a little later, and
    /// messages arrive in the order they were posted.
    pub fn post(self: &Rc<Self>, from: TabId, message: &str) {
        self.post_on(COMMON, from, message);
    }

    /// The same, to those who listen on `channel`.
    pub fn post_on(self: &Rc<Self>, channel: &str, from: TabId, message: &str) {
        self.posted.borrow_mut().push(message.to_owned());
        self.on_the_way.borrow_mut().push_back(Letter {
            from,
            channel: channel.to_owned(),
            message: message.to_owned(),
        });
        let browser = Rc::clone(self);
        self.spawner
            .spawn_local(async move { browser.deliver_next() })
            .expect("the pool outlives the browser");
    }

    fn deliver_next(&self) {
        let next = self.on_the_way.borrow_mut().pop_front();
        let Some(letter) = next else { return };
        let hearing = |ear: &&Ear| {
            ear.tab != letter.from
                && ear.channel == letter.channel
                && !self.deaf.borrow().contains(&ear.tab)
        };
        let listeners: Vec<_> = self
            .ears
            .borrow()
            .iter()
            .filter(hearing)
            .map(|ear| Rc::clone(&ear.listener))
            .collect();
        for listener in listeners {
            listener(letter.message.clone());
        }
    }

    fn take_lock(&self, name: String, tab: TabId) -> LockOutcome {
        if !self.has_locks.get() {
            return LockOutcome::Unsupported;
        }
        if *self.locks.borrow_mut().entry(name).or_insert(tab) == tab {
            LockOutcome::Held
        } else {
            LockOutcome::HeldElsewhere
        }
    }
}

/// The browser as one tab meets it.
#[derive(Clone)]
pub struct BrowserOfTab {
    /// Shared by all tabs.
    pub browser: Rc<Browser>,
    /// This one.
    pub tab: TabId,
}

impl TabLock for BrowserOfTab {
    fn hold_if_free(&self, name: &str) -> LocalBoxFuture<'static, LockOutcome> {
        let (this, name) = (self.clone(), name.to_owned());
        async move { this.browser.take_lock(name, this.tab) }.boxed_local()
    }

    fn release(&self, name: &str) {
        let mut locks = self.browser.locks.borrow_mut();
        if locks.get(name) == Some(&self.tab) {
            locks.remove(name);
        }
    }
}

impl TabChannel for BrowserOfTab {
    fn post(&self, message: &str) {
        self.channel(COMMON).post(message);
    }

    fn listen(&self, listener: Box<dyn Fn(String)>) {
        self.channel(COMMON).listen(listener);
    }
}

impl BrowserOfTab {
    /// The channel called `name`.
    pub fn channel(&self, name: &str) -> NamedChannel {
        NamedChannel {
            of: self.clone(),
            name: name.to_owned(),
        }
    }
}

impl Channels for BrowserOfTab {
    fn open(&self, name: &str) -> Rc<dyn TabChannel> {
        Rc::new(self.channel(name))
    }
}

/// A channel as one tab has opened it.
pub struct NamedChannel {
    of: BrowserOfTab,
    name: String,
}

impl TabChannel for NamedChannel {
    fn post(&self, message: &str) {
        self.of.browser.post_on(&self.name, self.of.tab, message);
    }

    fn listen(&self, listener: Box<dyn Fn(String)>) {
        self.of.browser.ears.borrow_mut().push(Ear {
            tab: self.of.tab,
            channel: self.name.clone(),
            listener: listener.into(),
        });
    }
}
