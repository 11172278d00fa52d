use std::{ops::Deref, rc::Rc, sync::OnceLock};

use leptos::{prelude::*, reactive::owner::Owner as Keeper, task::spawn_local};

use super::{
    Appearance, Landing, Notices, Place, QuotaView, SignInProblem, ThisBrowser,
    listening::Listening,
};
use crate::{
    oauth::{ClientId, RedirectUri, ScopeSet},
    platform,
    player::Player,
    player_window::PlayerLink,
    route::Route,
    session::{
        FlowTrace, Forget, Judged, Meant, PracticeGrant, Session, SessionState, SignInFailure,
    },
    spotify::{Client, model::Owner},
    ui::{dom::Var, parts},
    workshop::Witness,
};

/// The session and the client, for every page. It lives as long as the page,
/// so every closure that needs it holds no more than where it is.
#[derive(Clone, Copy)]
pub struct Deck(&'static Shared);

/// What is on the deck.
pub struct Shared {
    parts: StoredValue<Parts, LocalStorage>,
    /// Owns what is made on the way, for as long as the deck.
    owner: Keeper,
    listening: OnceLock<Listening>,
    session_state: Var<SessionState>,
    landing: Var<Landing>,
    /// Where in the app the listener is.
    pub place: Place,
    /// What was typed into a field that leads to the search page.
    pub typed: Var<String>,
    /// What was asked of Spotify, and what rests.
    pub quota: QuotaView,
    /// This browser as a device.
    pub this_browser: ThisBrowser,
    /// Short confirmations of what was done.
    pub notices: Notices,
    /// How the app looks.
    pub appearance: Appearance,
    /// What the listener is about to do, or was before they went to Spotify
    /// for a permission.
    pub meant: Var<Option<Meant>>,
    /// What they have just been granted permission for at Spotify.
    granted_meant: StoredValue<Option<Meant>, LocalStorage>,
    /// The answer to a practice run that the listener came with, until the
    /// workshop takes it.
    practice: StoredValue<Option<Box<Judged>>, LocalStorage>,
}

#[derive(Clone)]
struct Parts {
    session: Rc<Session>,
    client: Client,
    player: Player,
    redirect_uri: RedirectUri,
    witness: Rc<Witness>,
}

impl Deref for Deck {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

/// The deck of this app.
pub fn use_deck() -> Deck {
    expect_context()
}

impl Deck {
    /// A deck for `session`. It lives as long as the page.
    pub fn new(
        session: Rc<Session>,
        client: Client,
        player: Player,
        link: Rc<PlayerLink>,
        redirect_uri: RedirectUri,
        witness: Rc<Witness>,
    ) -> Self {
        let shared = Shared {
            owner: Keeper::new(),
            listening: OnceLock::new(),
            session_state: Var::new(session.state()),
            landing: Var::new(Landing::Done),
            notices: Notices::none(),
            appearance: Appearance::of(session.device()),
            meant: Var::new(None),
            granted_meant: StoredValue::new_local(None),
            this_browser: ThisBrowser::of(link),
            place: Place::follow(),
            typed: Var::new(String::new()),
            practice: StoredValue::new_local(None),
            quota: QuotaView::of(&client),
            parts: StoredValue::new_local(Parts {
                session,
                client,
                player,
                redirect_uri,
                witness,
            }),
        };
        Self(Box::leak(Box::new(shared)))
    }

    /// The session itself.
    pub fn session(self) -> Rc<Session> {
        self.parts.with_value(|parts| Rc::clone(&parts.session))
    }

    /// The client, which calls as whoever is signed in.
    pub fn client(self) -> Client {
        self.parts.with_value(|parts| parts.client.clone())
    }

    /// What only somebody who is signed in has; made when it is first needed.
    pub(super) fn listening(self) -> &'static Listening {
        let make = || self.owner.with(|| Listening::of(self));
        self.0.listening.get_or_init(|| untrack(make))
    }

    /// The player, in no clothes yet.
    pub(super) fn bare_player(self) -> Player {
        self.parts.with_value(|parts| parts.player.clone())
    }

    /// Who can watch what is sent to Spotify.
    pub fn witness(self) -> Rc<Witness> {
        self.parts.with_value(|parts| Rc::clone(&parts.witness))
    }

    /// The address that must be registered with Spotify.
    pub fn redirect_uri(self) -> RedirectUri {
        self.parts.with_value(|parts| parts.redirect_uri.clone())
    }

    /// What the listener has granted.
    pub fn granted(self) -> ScopeSet {
        let grant = self.session().grant();
        grant.map(|grant| grant.tokens.scopes).unwrap_or_default()
    }

    /// Whether this is the listener themselves.
    pub fn is_listener(self, owner: Option<&Owner>) -> bool {
        self.session_state.with_untracked(|state| {
            let listener = state.listener().map(|listener| &listener.id);
            listener.is_some() && listener == owner.map(|owner| &owner.id)
        })
    }

    /// The app to connect again: that of the session, or of the one that has
    /// ended, or else the one this device used last.
    pub fn client_id(self) -> Option<ClientId> {
        let session = self.session();
        match (session.grant(), session.state()) {
            (Some(grant), _) => Some(grant.client_id),
            (None, SessionState::Expired(client_id)) => Some(client_id),
            (None, _) => session.device().client_id(),
        }
    }

    /// Where the session stands; reactive.
    pub fn session_state(self) -> SessionState {
        self.session_state.get()
    }

    /// Where the session stands just now.
    pub fn session_state_now(self) -> SessionState {
        self.session_state.get_untracked()
    }

    /// How the listener came in; reactive.
    pub fn landing(self) -> Landing {
        self.landing.get()
    }

    /// Says how the listener came in.
    pub fn land(self, landing: Landing) {
        self.landing.set(landing);
    }

    /// Looks at the session again.
    pub fn session_changed(self) {
        let (before, now) = (self.session_state.get_untracked(), self.session().state());
        // Whoever signed out, here or in another tab: what was read with the
        // session goes with the page that holds it (security 49).
        let was_open = !matches!(before, SessionState::SignedOut | SessionState::Authorizing);
        if now == SessionState::SignedOut && was_open {
            self.session().stay_apart();
            platform::restart_at_home();
        }
        if before != now {
            self.session_state.set(now);
        }
    }

    /// Keeps what the listener has just been granted permission for, to be done
    /// once they see the app.
    pub fn keep_granted(self, meant: Option<Meant>) {
        self.granted_meant.set_value(meant);
    }

    /// What the listener has just been granted permission for, once.
    pub(super) fn take_granted(self) -> Option<Meant> {
        self.granted_meant.try_update_value(Option::take).flatten()
    }

    /// Keeps the answer to a practice run for the workshop.
    pub fn put_practice(self, judged: Box<Judged>) {
        self.practice.set_value(Some(judged));
    }

    /// The answer to a practice run that the listener came with, once.
    pub fn take_practice(self) -> Option<Box<Judged>> {
        self.practice.try_update_value(Option::take).flatten()
    }

    /// Makes what a practice run was granted the session. If it was granted by
    /// somebody else, the page starts anew: nothing of what it has read is
    /// theirs.
    pub fn use_practice(self, granted: PracticeGrant, story: FlowTrace) {
        self.land(Landing::Finishing);
        let listener = move || self.session_state_now().listener().cloned();
        let before = listener();
        spawn_local(async move {
            let (session, client) = (self.session(), self.client());
            let used = session.use_practice(granted, story, &client).await;
            if before.is_some() && before != listener() {
                return platform::restart();
            }
            self.let_in(used).await;
        });
    }

    /// Asks `/me` whether the grant works.
    pub fn prove(self) {
        self.land(Landing::Finishing);
        spawn_local(async move {
            let (session, client) = (self.session(), self.client());
            let proven = session.prove(&client).await;
            self.let_in(proven.map_err(SignInFailure::NotProven)).await;
        });
    }

    /// Shows whoever has signed in what there is for them, or what became of it.
    pub async fn let_in(self, outcome: Result<(), SignInFailure>) {
        self.land(match outcome {
            Ok(()) => {
                parts::listening_has_come().await;
                Landing::Done
            }
            Err(failure) => Landing::Failed(SignInProblem::SignIn(failure)),
        });
    }

    /// Asks the other tabs for a session to live on.
    pub fn borrow(self) {
        self.land(Landing::Opening);
        spawn_local(async move {
            self.session().borrow().await;
            self.land(Landing::Done);
        });
    }

    /// Whether the listener has permitted playing in this browser.
    pub fn may_play_here(self) -> bool {
        let granted = self.session().grant().map(|grant| grant.tokens.scopes);
        granted.is_some_and(|granted| {
            ScopeSet::for_this_browser()
                .iter()
                .all(|scope| granted.contains(scope))
        })
    }

    /// Ends the session and drops the page with everything in it.
    pub fn sign_out(self, forget: Forget) {
        self.session().sign_out(forget);
    }

    /// Puts aside whatever needed explaining, and shows the Connect page.
    pub fn start_over(self) {
        self.session().give_up_pending();
        if self.session().state() == SessionState::Unproven {
            // Which starts the page anew.
            return self.session().sign_out(Forget::Session);
        }
        self.place.replace(&Route::Home);
        self.land(Landing::Done);
    }
}
