use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures::future::LocalBoxFuture;

use super::{Device, Ended, FlowTrace, Grant, Listener, Vault, renewal::Renewal, tabs::Tabs};
use crate::{
    oauth::{AccessToken, ClientId, ScopeSet},
    ports::{Clock, Millis, Random, Store, TabChannel, TabLock, Tasks, Transport},
    spotify::{TokenSource, TokenUnavailable},
};

/// What the session asks of the world.
#[derive(Clone)]
pub struct Ports {
    /// To reach the token endpoint.
    pub transport: Rc<dyn Transport>,
    /// The time of day.
    pub clock: Rc<dyn Clock>,
    /// For verifiers and states.
    pub random: Rc<dyn Random>,
    /// This tab's own storage, for secrets.
    pub tab_store: Rc<dyn Store>,
    /// This device's storage, for what is no secret.
    pub device_store: Rc<dyn Store>,
    /// Tells the original tab from its copies.
    pub tab_lock: Rc<dyn TabLock>,
    /// To the other tabs.
    pub tab_channel: Rc<dyn TabChannel>,
    /// For renewals, which must finish.
    pub tasks: Rc<dyn Tasks>,
}

/// Where the session stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody is signed in.
    SignedOut,
    /// An authorization code is being exchanged.
    Authorizing,
    /// There are tokens, and whether they work is not known yet.
    Unproven,
    /// Someone is signed in.
    SignedIn(Listener),
    /// Someone is signed in, and the access token is being renewed.
    Refreshing(Listener),
    /// Someone is signed in through another tab, and no tab is left that has
    /// their session. What was read stays.
    CutOff(Listener),
    /// The grant has ended; the same app can be connected again.
    Expired(ClientId),
}

impl SessionState {
    /// Who is signed in, if someone is.
    pub const fn listener(&self) -> Option<&Listener> {
        match self {
            Self::SignedIn(listener) | Self::Refreshing(listener) | Self::CutOff(listener) => {
                Some(listener)
            }
            Self::SignedOut | Self::Authorizing | Self::Unproven | Self::Expired(_) => None,
        }
    }
}

/// The session of this tab.
pub struct Session {
    pub(super) ports: Ports,
    pub(super) vault: Vault,
    pub(super) device: Device,
    pub(super) tabs: Tabs,
    pub(super) renewal: Renewal,
    /// When the listener last looked at this tab.
    pub(super) attended_at: Cell<Millis>,
    /// Whether the tab that this one lives on is gone.
    pub(super) is_cut_off: Cell<bool>,
    /// What the grant took the place of, until it is proven: others may live
    /// on that.
    pub(super) former: RefCell<Option<Grant>>,
    phase: RefCell<Phase>,
    authorizing: Cell<bool>,
    epoch: Cell<Epoch>,
    pub(super) trace: RefCell<Option<FlowTrace>>,
    observers: RefCell<Vec<Rc<dyn Fn()>>>,
}

/// Counts sign-ins and sign-outs, so that an answer that belongs to an earlier
/// one is recognised and discarded (security 31).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Epoch(u64);

#[derive(Clone)]
pub(super) enum Phase {
    SignedOut,
    Granted(Grant),
    Expired(Ended),
}

impl Session {
    /// Opens the session as this tab left it.
    pub fn open(ports: Ports) -> Rc<Self> {
        let vault = Vault::new(Rc::clone(&ports.tab_store));
        let ended = || vault.ended().map_or(Phase::SignedOut, Phase::Expired);
        let phase = vault.grant().map_or_else(ended, Phase::Granted);
        let session = Rc::new(Self {
            device: Device::new(Rc::clone(&ports.device_store)),
            tabs: Tabs::default(),
            renewal: Renewal::default(),
            attended_at: Cell::new(ports.clock.now()),
            is_cut_off: Cell::default(),
            former: RefCell::default(),
            phase: RefCell::new(phase),
            authorizing: Cell::default(),
            epoch: Cell::default(),
            trace: RefCell::default(),
            observers: RefCell::default(),
            vault,
            ports,
        });
        session.listen_to_other_tabs();
        session.claim();
        session
    }

    /// Where the session stands.
    pub fn state(&self) -> SessionState {
        if self.authorizing.get() {
            return SessionState::Authorizing;
        }
        match &*self.phase.borrow() {
            Phase::SignedOut => SessionState::SignedOut,
            Phase::Expired(ended) => SessionState::Expired(ended.client_id.clone()),
            Phase::Granted(grant) => match &grant.listener {
                None => SessionState::Unproven,
                Some(listener) if self.is_cut_off.get() => SessionState::CutOff(listener.clone()),
                Some(listener) if self.renewal.is_running() => {
                    SessionState::Refreshing(listener.clone())
                }
                Some(listener) => SessionState::SignedIn(listener.clone()),
            },
        }
    }

    /// What was granted, tokens and all, while there is a grant.
    pub fn grant(&self) -> Option<Grant> {
        match &*self.phase.borrow() {
            Phase::Granted(grant) => Some(grant.clone()),
            Phase::SignedOut | Phase::Expired(_) => None,
        }
    }

    /// The grant that has ended in this tab, if none came after it.
    pub fn ended(&self) -> Option<Ended> {
        match &*self.phase.borrow() {
            Phase::Expired(ended) => Some(ended.clone()),
            Phase::SignedOut | Phase::Granted(_) => None,
        }
    }

    pub(super) fn is_signed_out(&self) -> bool {
        matches!(*self.phase.borrow(), Phase::SignedOut)
    }

    /// What this device remembers.
    pub const fn device(&self) -> &Device {
        &self.device
    }

    /// Calls `observer` after each change of [`Session::state`].
    pub fn observe(&self, observer: impl Fn() + 'static) {
        self.observers.borrow_mut().push(Rc::new(observer));
    }

    pub(super) fn now(&self) -> Millis {
        self.ports.clock.now()
    }

    pub(super) fn epoch(&self) -> Epoch {
        self.epoch.get()
    }

    /// Enters `phase` as the beginning of a new epoch; what was under way for
    /// the last one no longer counts.
    pub(super) fn turn(&self, phase: Phase) {
        self.epoch.set(Epoch(self.epoch.get().0 + 1));
        self.renewal.forget();
        self.is_cut_off.set(false);
        if !matches!(phase, Phase::Granted(_)) {
            self.forget_trace();
        }
        if let Phase::Granted(former) = self.phase.replace(phase) {
            self.disclaim(&former.family);
        }
        self.changed();
    }

    /// Whether a code is being exchanged. A session there was before goes on
    /// meanwhile: it is replaced only by a better one.
    pub(super) fn set_authorizing(&self, authorizing: bool) {
        self.authorizing.set(authorizing);
        self.changed();
    }

    /// Replaces the grant within the same epoch.
    pub(super) fn update(&self, grant: Grant) {
        *self.phase.borrow_mut() = Phase::Granted(grant);
        self.changed();
    }

    pub(super) fn changed(&self) {
        let observers = self.observers.borrow().clone();
        for observer in observers {
            observer();
        }
    }
}

/// A session as the client's source of tokens.
impl TokenSource for Rc<Session> {
    fn access_token(&self) -> LocalBoxFuture<'static, Result<AccessToken, TokenUnavailable>> {
        let session = Self::clone(self);
        Box::pin(async move {
            match session.grant() {
                None => Err(TokenUnavailable::SignedOut),
                Some(grant) if session.now() < grant.tokens.renew_at => Ok(grant.tokens.access),
                Some(_) => session.renew().await,
            }
        })
    }

    fn replace(
        &self,
        rejected: AccessToken,
    ) -> LocalBoxFuture<'static, Result<AccessToken, TokenUnavailable>> {
        let session = Self::clone(self);
        Box::pin(async move {
            match session.grant() {
                None => Err(TokenUnavailable::SignedOut),
                Some(grant) if grant.tokens.access != rejected => Ok(grant.tokens.access),
                Some(grant) if session.has_just_renewed() => Ok(grant.tokens.access),
                Some(_) => session.renew().await,
            }
        })
    }

    fn granted(&self) -> Option<ScopeSet> {
        self.grant().map(|grant| grant.tokens.scopes)
    }

    fn session_number(&self) -> u64 {
        self.epoch().0
    }

    fn app(&self) -> Option<String> {
        self.grant()
            .map(|grant| grant.client_id.as_str().to_owned())
    }
}
