use futures::future::{AbortHandle, abortable};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    oauth::AccessToken,
    ports::Millis,
    spotify::{
        BearerToken, Call, Endpoint, Entry, Error, Trial,
        endpoints::{me, search},
    },
    ui::{dom::Var, state::Deck},
    workshop::{Evidence, Holder, PROBES, Probe, code::Language},
};

/// Whose token is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The session's.
    Session,
    /// One that was pasted.
    Pasted,
}

/// What came of asking who a token speaks for.
#[derive(Clone)]
pub enum Looked {
    /// Nobody has asked.
    NotYet,
    /// The question is on its way.
    Asking,
    /// Spotify answered.
    Seen {
        /// What the answer shows.
        holder: Holder,
        /// Its status.
        status: u16,
        /// How long it took.
        took: Millis,
    },
    /// There was no answer.
    Failed(Error),
}

/// An endpoint to be tried, and what its form begins with.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The endpoint.
    pub endpoint: &'static Endpoint,
    /// What is filled in already.
    pub entries: &'static [Entry<'static>],
}

/// What is looked at, and what was found. All of it is gone when the page is
/// left, with what is still on its way.
#[derive(Clone, Copy)]
pub struct Bench {
    deck: Deck,
    whose: Var<Whose>,
    pasted: Var<Option<AccessToken>>,
    looked: Var<Looked>,
    evidence: Var<Evidence>,
    probing: Var<bool>,
    chosen: Var<Chosen>,
    /// The language of all code on the page.
    pub language: Var<Language>,
    running: StoredValue<Running, LocalStorage>,
}

/// What is on its way.
#[derive(Default)]
struct Running(Vec<AbortHandle>);

impl Drop for Running {
    fn drop(&mut self) {
        for handle in &self.0 {
            handle.abort();
        }
    }
}

impl Bench {
    /// With the session's token on it, if there is a session.
    pub fn new(deck: Deck) -> Self {
        Self {
            deck,
            whose: Var::new(if deck.session().grant().is_some() {
                Whose::Session
            } else {
                Whose::Pasted
            }),
            pasted: Var::new(None),
            looked: Var::new(Looked::NotYet),
            evidence: Var::new(Evidence::default()),
            probing: Var::new(false),
            chosen: Var::new(Chosen {
                endpoint: &me::PROFILE,
                entries: &[],
            }),
            language: Var::new(Language::Curl),
            running: StoredValue::new_local(Running::default()),
        }
    }

    /// The deck.
    pub fn deck(self) -> Deck {
        self.deck
    }

    /// Whether there is a session, whose token can be looked at.
    pub fn is_signed_in(self) -> bool {
        self.deck.session().grant().is_some()
    }

    /// Whose token is looked at; reactive.
    pub fn whose(self) -> Whose {
        self.whose.get()
    }

    /// Whether there is a token to look at; reactive.
    pub fn has_token(self) -> bool {
        self.whose.get() == Whose::Session || self.pasted.with(Option::is_some)
    }

    /// The token that was pasted; reactive.
    pub fn pasted(self) -> Option<AccessToken> {
        self.pasted.get()
    }

    /// What came of asking who it speaks for; reactive.
    pub fn looked(self) -> Looked {
        self.looked.get()
    }

    /// What calls have shown; reactive.
    pub fn evidence(self) -> Evidence {
        self.evidence.get()
    }

    /// Whether permissions are being found out; reactive.
    pub fn is_probing(self) -> bool {
        self.probing.get()
    }

    /// The endpoint to be tried; reactive.
    pub fn chosen(self) -> Chosen {
        self.chosen.get()
    }

    /// Chooses an endpoint.
    pub fn choose(self, endpoint: &'static Endpoint) {
        self.chosen.set(Chosen {
            endpoint,
            entries: &[],
        });
    }

    /// Chooses something that is open to every token.
    pub fn choose_something_public(self) {
        self.chosen.set(Chosen {
            endpoint: &search::SEARCH,
            entries: &[("q", "blue"), ("type", "album"), ("limit", "3")],
        });
    }

    /// Looks at another token than before.
    pub fn turn_to(self, whose: Whose) {
        if self.whose.get_untracked() != whose {
            self.begin_anew();
            self.whose.set(whose);
        }
    }

    /// Takes up a token that was pasted, or puts it away, and asks who it
    /// speaks for.
    pub fn take(self, token: Option<AccessToken>) {
        self.begin_anew();
        let has_token = token.is_some();
        self.pasted.set(token);
        if has_token {
            self.ask_who();
        }
    }

    fn begin_anew(self) {
        self.running.set_value(Running::default());
        self.looked.set(Looked::NotYet);
        self.evidence.set(Evidence::default());
        self.probing.set(false);
    }

    /// Asks Spotify who the token speaks for: one call.
    pub fn ask_who(self) {
        let Ok(call) = me::PROFILE.filled(&[]) else {
            return;
        };
        self.looked.set(Looked::Asking);
        self.run(async move {
            self.looked.set(match self.try_out(call).await {
                Ok(trial) => Looked::Seen {
                    holder: Holder::shown_by(&trial),
                    status: trial.response.status,
                    took: trial.took,
                },
                Err(error) => Looked::Failed(error),
            });
        });
    }

    /// Finds out what a token may do, by a small read for each permission that
    /// shows so; no more once one gets no answer.
    pub fn probe(self) {
        self.probing.set(true);
        self.run(async move {
            for call in PROBES.iter().copied().filter_map(Probe::call) {
                if self.try_out(call).await.is_err() {
                    break;
                }
            }
            self.probing.set(false);
        });
    }

    /// Makes a call with the token, and learns from it what the token may do.
    pub async fn try_out(self, call: Call<()>) -> Result<Trial, Error> {
        let bearer = match (self.whose.get_untracked(), self.pasted.get_untracked()) {
            (Whose::Pasted, Some(token)) => BearerToken::Given(token),
            _ => BearerToken::Session,
        };
        let trial = self.deck.client().try_out(&call, bearer).await?;
        let evidence = self.evidence.get_untracked();
        self.evidence.set(evidence.with(&call, &trial));
        Ok(trial)
    }

    /// Does this until it is done, the token is put away, or the page is left.
    pub fn run(self, task: impl Future<Output = ()> + 'static) {
        let (task, handle) = abortable(task);
        self.running.update_value(|running| running.0.push(handle));
        spawn_local(async move {
            // Nobody waits for what was stopped.
            let _ = task.await;
        });
    }
}
