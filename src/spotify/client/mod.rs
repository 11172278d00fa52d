//! The one client that calls the Web API.

mod answers;
mod flights;
mod memory;
mod reading;
mod sending;
mod tokens;
mod trial;

use std::{any::TypeId, rc::Rc, sync::Arc};

use flights::Flights;
use futures::future::LocalBoxFuture;
use memory::Memory;
pub use reading::{AnyCall, Anything};
pub use tokens::{TokenSource, TokenUnavailable};
pub use trial::{BearerToken, Trial};

use super::{Call, Error, Meter, SpotifyUri, Tells, pacing::Pacing};
use crate::ports::{Clock, Random, Store, Transport};

/// Calls the Web API, frugally: what is known is not asked, what is being asked
/// is not asked twice, few calls run at once, and none to a bucket that rests.
/// The only place that attaches a token, and only to paths below Spotify's API
/// (security 48). Clones are the same client.
///
/// Dropping the future of a call cancels it, unless somebody else waits for the
/// same answer.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    transport: Rc<dyn Transport>,
    tokens: Rc<dyn TokenSource>,
    clock: Rc<dyn Clock>,
    random: Rc<dyn Random>,
    meter: Meter,
    pacing: Pacing,
    flights: Flights,
    memory: Memory,
}

impl Client {
    /// A client that calls as whoever `tokens` speaks for, and counts in
    /// `store`, which must be this tab's own.
    pub fn new(
        transport: Rc<dyn Transport>,
        tokens: Rc<dyn TokenSource>,
        clock: Rc<dyn Clock>,
        random: Rc<dyn Random>,
        store: Rc<dyn Store>,
    ) -> Self {
        let meter = Meter::new(Rc::clone(&clock), store, Rc::clone(&tokens));
        Self(Rc::new(Inner {
            pacing: Pacing::new(Rc::clone(&clock), meter.clone()),
            transport,
            tokens,
            clock,
            random,
            meter,
            flights: Flights::default(),
            memory: Memory::default(),
        }))
    }

    /// What was called in this session, and which calls rest.
    pub fn meter(&self) -> &Meter {
        &self.0.meter
    }

    /// Asks Spotify, whatever is known, and learns from the answer.
    pub fn call<T: Tells + Send + Sync + 'static>(
        &self,
        call: Call<T>,
    ) -> impl Future<Output = Result<T, Error>> + use<T> {
        let asked = self.clone().ask(call.into());
        async move {
            let answer = asked.await?.value.downcast().ok();
            // Nobody else has it.
            answer.and_then(Arc::into_inner).ok_or(Error::Unreadable)
        }
    }

    /// What is known, or else what Spotify answers, which is then known.
    pub fn read<T: Tells + Send + Sync + 'static>(
        &self,
        call: Call<T>,
    ) -> impl Future<Output = Result<Arc<T>, Error>> + use<T> {
        let reading = self.read_any(call.into());
        async move { reading.await?.downcast().map_err(|_| Error::Unreadable) }
    }

    /// The same, whatever the shape of the answer.
    pub fn read_any(&self, call: AnyCall) -> LocalBoxFuture<'static, Result<Arc<Anything>, Error>> {
        let client = self.clone();
        Box::pin(async move {
            if let Some(known) = client.recall_any(&call) {
                return Ok(known);
            }
            let asked_at = client.memory().mark();
            let path = call.plan.path().to_owned();
            let Answer { value, bytes } = client.clone().ask(call).await?;
            client.memory().keep(path, &value, bytes, asked_at);
            Ok(value)
        })
    }

    /// What is known of the answer to `call` without asking. Counts as a call
    /// that was saved.
    pub fn recall_any(&self, call: &AnyCall) -> Option<Arc<Anything>> {
        let value = self.peek_any(call)?;
        self.0.meter.count_saved(call.plan.endpoint.bucket);
        Some(value)
    }

    /// The same, without counting it.
    pub fn peek_any(&self, call: &AnyCall) -> Option<Arc<Anything>> {
        self.memory().answer(&call.plan, call.shape)
    }

    /// What is known of the answer to `call` without asking. Counts as a call
    /// that was saved.
    pub fn recall<T: Send + Sync + 'static>(&self, call: &Call<T>) -> Option<Arc<T>> {
        let value = self.peek(call)?;
        self.0.meter.count_saved(call.endpoint().bucket);
        Some(value)
    }

    /// The same, without counting it.
    pub fn peek<T: Send + Sync + 'static>(&self, call: &Call<T>) -> Option<Arc<T>> {
        let answer = self.memory().answer(&call.plan, TypeId::of::<T>())?;
        answer.downcast().ok()
    }

    /// What is known of a thing in the shape that is asked for, such as the
    /// album that a track named.
    pub fn known<T: Send + Sync + 'static>(&self, uri: &SpotifyUri) -> Option<Arc<T>> {
        self.memory().thing(uri, TypeId::of::<T>())?.downcast().ok()
    }

    /// Forgets the answer to `call`, to ask again.
    pub fn forget<T>(&self, call: &Call<T>) {
        self.memory().forget(&call.plan);
    }

    /// How much of what Spotify answered is in memory, in bytes of its text.
    pub fn remembered_bytes(&self) -> usize {
        self.memory().bytes()
    }

    /// Forgets all of that. What is on the screen stays.
    pub fn forget_everything(&self) {
        self.memory().forget_all();
    }

    /// Asks, and learns.
    fn ask(self, call: AnyCall) -> LocalBoxFuture<'static, Result<Answer, Error>> {
        Box::pin(async move {
            let asked_at = self.memory().mark();
            let response = self.send(&call.plan).await?;
            let value = (call.read)(&response).ok_or(Error::Unreadable)?;
            self.memory()
                .learn(|known| (call.tell)(&*value, known), asked_at);
            Ok(Answer {
                value,
                bytes: response.body.len(),
            })
        })
    }

    /// The memory of the session as it is now.
    fn memory(&self) -> &Memory {
        let memory = &self.0.memory;
        memory.enter(self.0.tokens.session_number());
        memory
    }
}

/// What was answered.
struct Answer {
    value: Arc<Anything>,
    /// How many bytes it came from.
    bytes: usize,
}
