//! A player window in the browser of the tests, with an SDK that does what a
//! test says.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use cratedigger::{
    oauth::AccessToken,
    player_window::{
        Control, PlayerKey, PlayerLink, PlayerPage, PlayerWindow, SdkNews, WindowPorts,
    },
    spotify::DeviceId,
};

use super::{SeededRandom, Tab, World, browser::BrowserOfTab, tasks::TabTasks};

type Listener = Rc<dyn Fn(SdkNews)>;

/// The page of a window: what was done to it, and the SDK's ear.
#[derive(Default)]
pub struct FakePage {
    listener: RefCell<Option<Listener>>,
    deeds: RefCell<Vec<&'static str>>,
    tokens: RefCell<Vec<AccessToken>>,
    /// Whether connecting asks for a token, as the SDK does.
    pub asks: Cell<bool>,
}

impl FakePage {
    /// The SDK says this.
    pub fn say(&self, news: SdkNews) {
        let listener = self.listener.borrow().clone();
        listener.expect("the SDK was loaded")(news);
    }

    /// What was done since this was asked last.
    pub fn deeds(&self) -> Vec<&'static str> {
        self.deeds.take()
    }

    /// The tokens that the SDK was given.
    pub fn tokens(&self) -> Vec<String> {
        let tokens = self.tokens.borrow();
        tokens.iter().map(|one| one.expose().to_owned()).collect()
    }

    fn note(&self, deed: &'static str) {
        self.deeds.borrow_mut().push(deed);
    }
}

impl PlayerPage for FakePage {
    fn load(&self, listener: Rc<dyn Fn(SdkNews)>) {
        *self.listener.borrow_mut() = Some(listener);
    }

    fn activate(&self) {
        self.note("activate");
    }

    fn connect(&self) {
        self.note("connect");
        if self.asks.get() {
            self.say(SdkNews::TokenWanted);
        }
    }

    fn disconnect(&self) {
        self.note("disconnect");
    }

    fn give(&self, token: AccessToken) {
        self.tokens.borrow_mut().push(token);
    }

    fn control(&self, control: Control) {
        self.note(match control {
            Control::Toggle => "toggle",
            Control::Resume => "resume",
            Control::Next => "next",
            Control::Previous => "previous",
        });
    }

    fn reload(&self) {
        self.note("reload");
    }

    fn close(&self) {
        self.note("close");
    }
}

/// A player window that is open.
pub struct Window {
    /// The window itself.
    pub window: Rc<PlayerWindow>,
    /// Its page.
    pub page: Rc<FakePage>,
}

/// The device that the fake SDK becomes.
pub fn device() -> DeviceId {
    "this-browser".to_owned().try_into().expect("an id")
}

impl World {
    /// The link of `tab`, as the app opens it.
    pub fn link(&self, tab: &Tab) -> Rc<PlayerLink> {
        let channels = Rc::new(tab.browser.clone());
        let link = PlayerLink::open(Rc::clone(&tab.session), tab.ports.clone(), channels);
        self.settle();
        link
    }

    /// Opens a player window at the address with this key.
    pub fn open_window(&self, key: &PlayerKey) -> Window {
        let of_window = BrowserOfTab {
            browser: Rc::clone(&self.browser),
            tab: self.browser.open_tab(),
        };
        let page = Rc::new(FakePage::default());
        page.asks.set(true);
        let window = PlayerWindow::open(WindowPorts {
            clock: Rc::clone(&self.clock) as Rc<_>,
            random: Rc::new(SeededRandom::new(0x7000 + u64::from(of_window.tab))),
            tasks: Rc::new(TabTasks::new(self.spawner())),
            channel: Rc::new(of_window.channel(&key.channel_name())),
            page: Rc::clone(&page) as Rc<_>,
        });
        self.settle();
        Window { window, page }
    }

    /// Opens one and has the listener press its button.
    pub fn open_pressed_window(&self, key: &PlayerKey) -> Window {
        let opened = self.open_window(key);
        self.say(&opened, SdkNews::Loaded);
        opened.window.press();
        self.settle();
        opened
    }

    /// Opens one for `link` and has it become a device.
    pub fn open_ready_window(&self, link: &PlayerLink) -> Window {
        let key = link.prepare().expect("random").expect("a new window");
        let opened = self.open_pressed_window(&key);
        self.say(&opened, SdkNews::Ready(device()));
        opened
    }

    /// The SDK in `window` says this.
    pub fn say(&self, window: &Window, news: SdkNews) {
        window.page.say(news);
        self.settle();
    }
}
