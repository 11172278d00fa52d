use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use futures::FutureExt;

use super::{
    AppMessage, Control, Effect, Input, Machine, PATIENCE, PlayerPage, Playing, Stage, Trouble,
    WindowMessage,
};
use crate::{
    oauth::TabNonce,
    ports::{Clock, Random, TabChannel, Tasks},
};

/// What the window asks of the world.
pub struct WindowPorts {
    /// For waits that end.
    pub clock: Rc<dyn Clock>,
    /// For nonces.
    pub random: Rc<dyn Random>,
    /// For waits.
    pub tasks: Rc<dyn Tasks>,
    /// To the app's tab, by the key in the window's address.
    pub channel: Rc<dyn TabChannel>,
    /// The page itself.
    pub page: Rc<dyn PlayerPage>,
}

/// The player window: [`Machine`] in the world.
pub struct PlayerWindow {
    ports: WindowPorts,
    machine: RefCell<Machine>,
    /// Of the question for a token that may still be answered.
    nonce: RefCell<Option<TabNonce>>,
    observers: RefCell<Vec<Rc<dyn Fn()>>>,
    own: Weak<Self>,
}

impl PlayerWindow {
    /// Begins: with the SDK on its way, and the app told.
    pub fn open(ports: WindowPorts) -> Rc<Self> {
        let (machine, effects) = Machine::begin();
        let window = Rc::new_cyclic(|own: &Weak<Self>| Self {
            machine: RefCell::new(machine),
            nonce: RefCell::default(),
            observers: RefCell::default(),
            own: own.clone(),
            ports,
        });
        let hearing = Rc::downgrade(&window);
        window.ports.channel.listen(Box::new(move |text| {
            if let Some(window) = hearing.upgrade() {
                window.hear_message(&text);
            }
        }));
        for effect in effects {
            window.perform(effect);
        }
        let hearing = Rc::downgrade(&window);
        window.ports.page.load(Rc::new(move |news| {
            if let Some(window) = hearing.upgrade() {
                window.hear(Input::Sdk(news));
            }
        }));
        window
    }

    /// Where the window stands.
    pub fn stage(&self) -> Stage {
        self.machine.borrow().stage().clone()
    }

    /// What plays here.
    pub fn playing(&self) -> Option<Playing> {
        self.machine.borrow().playing().cloned()
    }

    /// Calls `observer` after whatever happens.
    pub fn observe(&self, observer: impl Fn() + 'static) {
        self.observers.borrow_mut().push(Rc::new(observer));
    }

    /// The listener pressed the one large button. Within that click, because
    /// browsers then let the page play.
    pub fn press(&self) {
        self.hear(Input::Pressed);
    }

    /// The listener pressed a button of the player.
    pub fn control(&self, control: Control) {
        self.hear(Input::Control(control));
    }

    /// The listener wants the window closed.
    pub fn close(&self) {
        self.hear(Input::Closed);
    }

    /// The page is being left.
    pub fn leave(&self) {
        self.hear(Input::Left);
    }

    fn hear_message(&self, text: &str) {
        if let Some(message) = AppMessage::read(text) {
            match message {
                AppMessage::Token { nonce, access } if self.is_answer(&nonce) => {
                    self.hear(Input::Token(access));
                }
                AppMessage::NoToken { nonce, why } if self.is_answer(&nonce) => {
                    self.hear(Input::NoToken(why));
                }
                AppMessage::Token { .. } | AppMessage::NoToken { .. } => {}
                AppMessage::WhoIsThere => self.hear(Input::WhoIsThere),
                AppMessage::Close => self.hear(Input::SignedOut),
            }
        } else if WindowMessage::read(text) == Some(WindowMessage::Hello) {
            self.hear(Input::Replaced);
        }
    }

    /// Whether this answers the last question; each is answered once.
    fn is_answer(&self, nonce: &str) -> bool {
        let mut asked = self.nonce.borrow_mut();
        let is_answer = asked.as_ref().is_some_and(|asked| asked.as_str() == nonce);
        if is_answer {
            asked.take();
        }
        is_answer
    }

    fn hear(&self, input: Input) {
        let now = self.ports.clock.now();
        let effects = self.machine.borrow_mut().hear(input, now);
        for effect in effects {
            self.perform(effect);
        }
        let observers = self.observers.borrow().clone();
        for observer in observers {
            observer();
        }
    }

    fn perform(&self, effect: Effect) {
        let page = &self.ports.page;
        match effect {
            Effect::Activate => page.activate(),
            Effect::Connect => page.connect(),
            Effect::Disconnect => page.disconnect(),
            Effect::Give(token) => page.give(token),
            Effect::Control(control) => page.control(control),
            Effect::Reload => page.reload(),
            Effect::Close => page.close(),
            Effect::AskForToken(refused) => self.ask_for_token(refused),
            Effect::Post(message) => self.ports.channel.post(&message.write()),
            Effect::Wait(number) => self.wait(number),
        }
    }

    fn ask_for_token(&self, refused: bool) {
        let Ok(nonce) = TabNonce::generate(&*self.ports.random) else {
            return self.hear(Input::NoToken(Trouble::Unreachable));
        };
        let message = WindowMessage::TokenPlease {
            nonce: nonce.as_str().to_owned(),
            refused,
        };
        *self.nonce.borrow_mut() = Some(nonce);
        self.ports.channel.post(&message.write());
    }

    fn wait(&self, number: u64) {
        let (window, over) = (self.own.clone(), self.ports.clock.sleep(PATIENCE));
        let waiting = async move {
            over.await;
            if let Some(window) = window.upgrade() {
                window.hear(Input::Waited(number));
            }
        };
        self.ports.tasks.spawn(waiting.boxed_local());
    }
}
