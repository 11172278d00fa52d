use std::rc::Rc;

use leptos::task::spawn_local;

use crate::{
    oauth::{AuthorizationRequest, CodeVerifier, Secret},
    platform,
    session::{BeginError, CallbackTrace, ExchangeTrace, FlowTrace, PracticeGrant},
    ui::{
        dom::{Var, derived},
        state::{Deck, Landing, SignInProblem, use_deck},
    },
    workshop::{
        Revealed,
        steps::{Draft, Practice, Step},
    },
};

/// Which sign-in is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// The one that this page finished.
    Session,
    /// One to try things out.
    Practice,
}

/// What lies on the bench. All of it is gone when the page is left.
#[derive(Clone, Copy)]
pub struct Bench {
    /// The app.
    pub deck: Deck,
    /// Which sign-in is looked at.
    pub run: Var<Run>,
    /// Which step of it.
    pub step: Var<Step>,
    /// The practice run.
    pub practice: Var<Practice>,
    /// What somebody asked to see.
    pub revealed: Var<Revealed>,
    /// Whether an answer of Spotify's is waited for.
    pub is_waiting: Var<bool>,
    /// Whether the listener is led from step to step, and the keyboard with
    /// them.
    pub is_led: Var<bool>,
    written: Var<Written>,
    story: Var<Option<Rc<FlowTrace>>>,
    is_draft: Var<bool>,
    furthest: Var<Option<Step>>,
}

/// What was written in the fields of a practice run, fit to be sent or not.
#[derive(Clone, Copy)]
pub struct Written {
    /// For a client ID.
    pub client_id: Var<String>,
    /// For a verifier.
    pub verifier: Var<String>,
    /// For one to exchange the code with instead of its own.
    pub instead: Var<String>,
}

impl Written {
    fn at_first(client_id: String) -> Self {
        Self {
            client_id: Var::new(client_id),
            verifier: Var::new(String::new()),
            instead: Var::new(String::new()),
        }
    }
}

impl Bench {
    /// With the answer that the listener came with, if they did.
    pub fn set_up() -> Result<Self, BeginError> {
        let deck = use_deck();
        let draft = match deck.session().unanswered_practice() {
            Some(asked) => fresh_draft(deck)?.like(asked),
            None => fresh_draft(deck)?,
        };
        let story = deck.session().trace().map(Rc::new);
        let answer = deck.take_practice();
        let run = if story.is_some() && answer.is_none() {
            Run::Session
        } else {
            Run::Practice
        };
        let (practice, step) = match answer {
            Some(judged) => (Practice::answered(judged, draft), Step::Callback),
            None => (Practice::begin(draft), Step::Verifier),
        };
        let client_id = name_of_app(&practice.draft);
        let (run, practice, story) = (Var::new(run), Var::new(practice), Var::new(story));
        Ok(Self {
            is_draft: derived(move || {
                run.get() == Run::Practice && practice.with(Practice::is_draft)
            }),
            furthest: derived(move || match run.get() {
                Run::Practice => Some(practice.with(Practice::furthest)),
                Run::Session => story.with(|story| story.as_deref().map(furthest_of)),
            }),
            deck,
            run,
            step: Var::new(step),
            practice,
            revealed: Var::new(Revealed::default()),
            is_waiting: derived(move || practice.with(|practice| practice.is_waiting)),
            is_led: Var::new(false),
            written: Var::new(Written::at_first(client_id)),
            story,
        })
    }

    /// What was written in its fields.
    pub fn written(self) -> Written {
        self.written.get_untracked()
    }

    /// Opens a step. What was shown of secrets is hidden again.
    pub fn open(self, step: Step) {
        self.revealed.set_if_new(Revealed::default());
        self.is_led.set(false);
        self.step.set_if_new(step);
    }

    /// Leads to a step, and the keyboard with it.
    pub fn lead_to(self, step: Step) {
        self.revealed.set_if_new(Revealed::default());
        self.is_led.set(true);
        self.step.set_if_new(step);
        platform::scroll_to_top();
    }

    /// Looks at another sign-in, from its beginning.
    pub fn look_at(self, run: Run) {
        self.run.set_if_new(run);
        self.open(Step::Verifier);
    }

    /// Begins another practice run; of the last one nothing stays.
    pub fn begin_anew(self) {
        match fresh_draft(self.deck) {
            Ok(draft) => {
                let written = self.written();
                written.client_id.set(name_of_app(&draft));
                written.verifier.set(String::new());
                written.instead.set(String::new());
                self.practice.set(Practice::begin(draft));
                self.lead_to(Step::Verifier);
            }
            Err(error) => self.fail(error),
        }
    }

    /// Changes the practice run.
    pub fn change(self, change: impl FnOnce(&mut Practice)) {
        let mut practice = self.practice.get_untracked();
        change(&mut practice);
        self.practice.set(practice);
    }

    /// New random bytes for the verifier.
    pub fn draw(self) {
        match self.deck.session().fresh_secrets() {
            Ok((verifier, _)) => self.change(|practice| practice.draft.draw(verifier)),
            Err(error) => self.fail(error),
        }
    }

    /// Shows a secret, or hides it again.
    pub fn toggle(self, secret: &Secret) {
        self.revealed
            .set(self.revealed.get_untracked().toggled(secret));
    }

    /// Whether this is a run in which things can be tried; reactive.
    pub fn is_practice(self) -> bool {
        self.run.get() == Run::Practice
    }

    /// Whether the request can be changed; reactive.
    pub fn is_draft(self) -> bool {
        self.is_draft.get()
    }

    /// How far one can go; reactive. `None` where there is nothing to see.
    pub fn furthest(self) -> Option<Step> {
        self.furthest.get()
    }

    /// The request, if it is complete; reactive.
    pub fn request(self) -> Option<AuthorizationRequest> {
        match self.run.get() {
            Run::Practice => self.practice.with(|practice| practice.draft.request()),
            Run::Session => self
                .callback()?
                .request
                .map(|pending| pending.request().clone()),
        }
    }

    /// The verifier, if there is one; reactive.
    pub fn verifier(self) -> Option<CodeVerifier> {
        match self.run.get() {
            Run::Practice => self
                .practice
                .with(|practice| practice.draft.verifier.clone().ok()),
            Run::Session => self.request().map(|request| request.verifier),
        }
    }

    /// The callback, once it has come; reactive.
    pub fn callback(self) -> Option<CallbackTrace> {
        match self.run.get() {
            Run::Practice => self
                .practice
                .with(|practice| practice.answer().map(|judged| judged.trace.clone())),
            Run::Session => self.story().map(|story| story.callback.clone()),
        }
    }

    /// Whether the exchange brought tokens; reactive. A sign-in that did not is
    /// no session's story.
    pub fn has_tokens(self) -> bool {
        self.run.get() == Run::Session || self.practice.with(Practice::has_tokens)
    }

    /// The exchange, once there is an answer; reactive.
    pub fn exchange(self) -> Option<ExchangeTrace> {
        match self.run.get() {
            Run::Practice => self.practice.with(|practice| practice.exchange().cloned()),
            Run::Session => self.story()?.exchange.clone(),
        }
    }

    /// Leaves for Spotify's consent page.
    pub fn leave(self) {
        let request = self
            .practice
            .with_untracked(|practice| practice.draft.request());
        let Some(request) = request else { return };
        match self.deck.session().begin_practice(request) {
            Ok(url) => platform::leave_for(url.as_str()),
            Err(error) => self.fail(error),
        }
    }

    /// Exchanges the code.
    pub fn exchange_now(self) {
        let to_exchange = self.practice.with_untracked(Practice::to_exchange);
        let Some(callback) = to_exchange.filter(|_| !self.is_waiting.get_untracked()) else {
            return;
        };
        self.change(|practice| practice.is_waiting = true);
        let session = self.deck.session();
        spawn_local(async move {
            let (trace, granted) = session.practise_exchange(callback).await;
            // Whoever has left has thrown away what would have come of it.
            if self.practice.is_gone() {
                return;
            }
            let mut is_own = false;
            self.change(|practice| is_own = practice.exchanged(trace, granted.ok()));
            if is_own && self.run.get_untracked() == Run::Practice {
                self.lead_to(Step::Answer);
            }
        });
    }

    /// Refreshes what was granted.
    pub fn refresh(self) {
        let granted = self
            .practice
            .with_untracked(|practice| practice.granted().cloned());
        let can = |granted: &PracticeGrant| {
            granted.tokens.refresh.is_some() && !self.is_waiting.get_untracked()
        };
        let Some(granted) = granted.filter(can) else {
            return;
        };
        self.change(|practice| practice.is_waiting = true);
        let session = self.deck.session();
        spawn_local(async move {
            let refreshed = session.practise_refresh(&granted).await;
            if self.practice.is_gone() {
                return;
            }
            if let Some((trace, granted)) = refreshed {
                self.change(|practice| practice.refreshed(trace, granted));
            }
        });
    }

    /// Makes what was granted the session, unless it is being refreshed: the
    /// answer may bring the only refresh token that still works.
    pub fn use_grant(self) {
        if self.is_waiting.get_untracked() {
            return;
        }
        let (granted, story) = self
            .practice
            .with_untracked(|practice| (practice.granted().cloned(), practice.story()));
        if let (Some(granted), Some(story)) = (granted, story) {
            self.deck.use_practice(granted, story);
        }
    }

    fn story(self) -> Option<Rc<FlowTrace>> {
        self.story.get()
    }

    fn fail(self, error: BeginError) {
        let problem = SignInProblem::SignIn(error.into());
        self.deck.land(Landing::Failed(problem));
    }
}

const fn furthest_of(story: &FlowTrace) -> Step {
    match story.exchange {
        Some(_) => Step::Answer,
        None => Step::Callback,
    }
}

fn name_of_app(draft: &Draft) -> String {
    let client_id = draft.client_id.as_ref();
    client_id.map_or_else(String::new, |id| id.as_str().to_owned())
}

fn fresh_draft(deck: Deck) -> Result<Draft, BeginError> {
    let secrets = deck.session().fresh_secrets()?;
    Ok(Draft::new(secrets, deck.client_id(), deck.redirect_uri()))
}
