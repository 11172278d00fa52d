use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use futures::FutureExt;

use super::{AppMessage, PATIENCE, PlayerKey, Trouble, WindowMessage, WindowState};
use crate::{
    config::STORAGE_PREFIX,
    oauth::{AccessToken, Scope},
    ports::{Channels, Millis, RandomError, TabChannel},
    session::{Ports, Session, SessionState},
    spotify::{DeviceId, TokenSource, TokenUnavailable, UserId},
};

/// What the app knows of its player window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkStatus {
    /// There is none.
    Closed,
    /// It was opened and has not been heard of yet.
    Opening,
    /// It was not heard of in time: browsers can keep windows from opening.
    DidNotOpen,
    /// It is there.
    Open(WindowState),
}

/// The app's end of the channel to the player window.
pub struct PlayerLink {
    session: Rc<Session>,
    ports: Ports,
    channels: Rc<dyn Channels>,
    line: RefCell<Option<Line>>,
    status: RefCell<LinkStatus>,
    /// Counts what was heard, so that silence is noticed.
    heard: Cell<u64>,
    /// Where the listener has just asked for the music to go.
    to_move: RefCell<Option<DeviceId>>,
    was_signed_in: Cell<bool>,
    observers: RefCell<Vec<Rc<dyn Fn()>>>,
    own: Weak<Self>,
}

/// How the window is reached, and whose it is.
struct Line {
    key: PlayerKey,
    listener: UserId,
    channel: Rc<dyn TabChannel>,
}

/// How soon a window answers that is there.
const ANSWERS_WITHIN: Millis = Millis::from_secs(3);

fn place() -> String {
    format!("{STORAGE_PREFIX}player-window")
}

impl PlayerLink {
    /// The link of this tab: to the window that it opened before it was loaded
    /// anew, if that is still there.
    pub fn open(session: Rc<Session>, ports: Ports, channels: Rc<dyn Channels>) -> Rc<Self> {
        let link = Rc::new_cyclic(|own: &Weak<Self>| Self {
            line: RefCell::default(),
            status: RefCell::new(LinkStatus::Closed),
            heard: Cell::default(),
            to_move: RefCell::default(),
            was_signed_in: Cell::default(),
            observers: RefCell::default(),
            own: own.clone(),
            session,
            ports,
            channels,
        });
        if let Some((key, listener)) = link.recorded() {
            link.listen(key, listener);
        }
        let judging = Rc::downgrade(&link);
        link.session.observe(move || {
            if let Some(link) = judging.upgrade() {
                link.judge();
            }
        });
        link.judge();
        link.look();
        link
    }

    /// What is known of the window.
    pub fn status(&self) -> LinkStatus {
        self.status.borrow().clone()
    }

    /// Calls `observer` after each change of [`PlayerLink::status`].
    pub fn observe(&self, observer: impl Fn() + 'static) {
        self.observers.borrow_mut().push(Rc::new(observer));
    }

    /// This browser as a device, while it is one.
    pub fn device(&self) -> Option<DeviceId> {
        match &*self.status.borrow() {
            LinkStatus::Open(WindowState::Ready { device, .. }) => Some(device.clone()),
            _ => None,
        }
    }

    /// The device that the listener has just asked to play on, by the button in
    /// the window: once each time. Wait about a second, then transfer with
    /// `play`, and do so again after a 404 or 502 (contract 7).
    pub fn take_move(&self) -> Option<DeviceId> {
        self.to_move.borrow_mut().take()
    }

    /// Prepares for a window and returns what its address must hold; opening it
    /// is up to the caller, within the listener's click. `None` if there is one
    /// already, or nobody is signed in.
    pub fn prepare(&self) -> Result<Option<PlayerKey>, RandomError> {
        let state = self.session.state();
        let Some(listener) = state.listener() else {
            return Ok(None);
        };
        if matches!(*self.status.borrow(), LinkStatus::Open(_)) {
            self.look();
            return Ok(None);
        }
        let known = self.line.borrow().as_ref().map(|line| line.key.clone());
        let key = match known {
            Some(key) => key,
            None => PlayerKey::generate(&*self.ports.random)?,
        };
        let record = format!("{} {}", key.expose(), listener.id.as_str());
        // Where it cannot be kept, the window is lost when this page is loaded
        // anew; until then it plays.
        let _ = self.ports.tab_store.set(&place(), &record);
        if self.line.borrow().is_none() {
            self.listen(key.clone(), listener.id.clone());
        }
        self.turn(LinkStatus::Opening);
        self.after(PATIENCE, |link| {
            if link.status() == LinkStatus::Opening {
                link.turn(LinkStatus::DidNotOpen);
            }
        });
        Ok(Some(key))
    }

    /// Looks whether the window is still there. Cheap to call often: on a timer
    /// and whenever the page becomes visible.
    pub fn look(&self) {
        if self.line.borrow().is_none() {
            return;
        }
        self.post(&AppMessage::WhoIsThere);
        self.after(ANSWERS_WITHIN, |link| {
            if matches!(link.status(), LinkStatus::Open(_)) {
                link.turn(LinkStatus::Closed);
            }
        });
    }

    /// Has the window stop and close.
    pub fn close(&self) {
        self.post(&AppMessage::Close);
        self.line.take();
        self.to_move.take();
        // Storage that cannot be written holds nothing of ours.
        let _ = self.ports.tab_store.remove(&place());
        self.turn(LinkStatus::Closed);
    }

    fn recorded(&self) -> Option<(PlayerKey, UserId)> {
        let record = self.ports.tab_store.get(&place()).ok()??;
        let (key, listener) = record.split_once(' ')?;
        Some((
            PlayerKey::parse(key)?,
            UserId::try_from(listener.to_owned()).ok()?,
        ))
    }

    fn listen(&self, key: PlayerKey, listener: UserId) {
        let channel = self.channels.open(&key.channel_name());
        let (link, own_key) = (self.own.clone(), key.clone());
        channel.listen(Box::new(move |text| {
            let Some(link) = link.upgrade() else { return };
            let is_current = |line: &Line| line.key == own_key;
            if link.line.borrow().as_ref().is_some_and(is_current)
                && let Some(message) = WindowMessage::read(&text)
            {
                link.hear(message);
            }
        }));
        *self.line.borrow_mut() = Some(Line {
            key,
            listener,
            channel,
        });
    }

    fn hear(&self, message: WindowMessage) {
        self.heard.set(self.heard.get() + 1);
        match message {
            WindowMessage::Hello => self.turn(LinkStatus::Open(WindowState::WaitingForClick)),
            WindowMessage::Bye => self.turn(LinkStatus::Closed),
            WindowMessage::State { state, asked } => {
                if let (true, WindowState::Ready { device, .. }) = (asked, &state) {
                    *self.to_move.borrow_mut() = Some(device.clone());
                }
                self.turn(LinkStatus::Open(state));
            }
            WindowMessage::TokenPlease { nonce, refused } => {
                let Some(link) = self.own.upgrade() else {
                    return;
                };
                let answer = async move {
                    let message = match link.token(refused).await {
                        Ok(access) => AppMessage::Token { nonce, access },
                        Err(why) => AppMessage::NoToken { nonce, why },
                    };
                    link.post(&message);
                };
                self.ports.tasks.spawn(answer.boxed_local());
            }
        }
    }

    /// An access token for the window: of the session as it stands, if whoever
    /// is signed in has permitted playing here.
    async fn token(&self, was_refused: bool) -> Result<AccessToken, Trouble> {
        let present = self.permitted()?;
        let token = if was_refused {
            self.session.replace(present)
        } else {
            self.session.access_token()
        };
        let token = token.await.map_err(|error| match error {
            TokenUnavailable::SignedOut => Trouble::SignedOut,
            _ => Trouble::Unreachable,
        })?;
        // Much may have happened while it was renewed.
        self.permitted()?;
        Ok(token)
    }

    fn permitted(&self) -> Result<AccessToken, Trouble> {
        self.judge();
        let grant = self.session.grant().ok_or(Trouble::SignedOut)?;
        let line = self.line.borrow();
        let owner = line.as_ref().map(|line| &line.listener);
        if owner.is_none() || grant.listener.as_ref().map(|own| &own.id) != owner {
            return Err(Trouble::SignedOut);
        }
        if !grant.tokens.scopes.contains(Scope::Streaming) {
            return Err(Trouble::NotPermitted);
        }
        Ok(grant.tokens.access)
    }

    /// Closes the window when whoever opened it is signed out, or is somebody
    /// else by now.
    fn judge(&self) {
        let state = self.session.state();
        let is_over = match state.listener() {
            Some(listener) => {
                self.was_signed_in.set(true);
                let line = self.line.borrow();
                line.as_ref()
                    .is_some_and(|line| line.listener != listener.id)
            }
            None => state == SessionState::SignedOut && self.was_signed_in.take(),
        };
        if is_over && self.line.borrow().is_some() {
            self.close();
        }
    }

    fn post(&self, message: &AppMessage) {
        if let Some(line) = &*self.line.borrow() {
            line.channel.post(&message.write());
        }
    }

    fn turn(&self, status: LinkStatus) {
        if *self.status.borrow() == status {
            return;
        }
        *self.status.borrow_mut() = status;
        let observers = self.observers.borrow().clone();
        for observer in observers {
            observer();
        }
    }

    /// Does `then` after `span`, unless the window was heard of before.
    fn after(&self, span: Millis, then: impl Fn(&Self) + 'static) {
        let (link, heard) = (self.own.clone(), self.heard.get());
        let over = self.ports.clock.sleep(span);
        let waiting = async move {
            over.await;
            if let Some(link) = link.upgrade()
                && link.heard.get() == heard
            {
                then(&link);
            }
        };
        self.ports.tasks.spawn(waiting.boxed_local());
    }
}
