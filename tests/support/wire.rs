use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use cratedigger::ports::{Clock, Millis, Request, Response, Transport, TransportError};
use futures::{
    FutureExt,
    channel::oneshot,
    future::{Either, LocalBoxFuture, select},
};
use simulator::Simulator;

use super::{FakeClock, ORIGIN};

/// How long an answer is on its way.
const LATENCY: Millis = Millis(80);

/// The way to the simulated Spotify, as a page of [`ORIGIN`] has it. Counts
/// what passes, and can be cut or blocked.
#[derive(Clone)]
pub struct Wire(Rc<Inner>);

struct Inner {
    spotify: Rc<RefCell<Simulator>>,
    clock: Rc<FakeClock>,
    calls: RefCell<Vec<Call>>,
    trouble: RefCell<Option<(&'static str, Trouble)>>,
    held: RefCell<Vec<oneshot::Sender<()>>>,
    in_flight: Cell<usize>,
    most_in_flight: Cell<usize>,
}

#[derive(Clone, Copy)]
enum Trouble {
    Fail(TransportError),
    Hold,
}

/// One request as it was sent.
#[derive(Clone, Debug)]
pub struct Call {
    /// When, by the true time.
    pub at: Millis,
    /// The address without its query.
    pub url: String,
    /// The query.
    pub query: String,
    /// The body, empty if there was none.
    pub body: String,
    /// The token in the bearer header.
    pub bearer: Option<String>,
}

impl Call {
    /// A field of the form that was sent.
    pub fn field(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.body.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }

    fn of(request: &Request, at: Millis) -> Self {
        let (url, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
        let bearer = request
            .headers
            .iter()
            .find(|(name, _)| *name == "authorization")
            .and_then(|(_, value)| value.strip_prefix("Bearer "));
        Self {
            at,
            url: url.to_owned(),
            query: query.to_owned(),
            body: request.body.clone().unwrap_or_default(),
            bearer: bearer.map(str::to_owned),
        }
    }
}

impl Wire {
    /// A way to `spotify` on which the time is `clock`'s.
    pub fn to(spotify: Rc<RefCell<Simulator>>, clock: Rc<FakeClock>) -> Self {
        Self(Rc::new(Inner {
            spotify,
            clock,
            calls: RefCell::default(),
            trouble: RefCell::default(),
            held: RefCell::default(),
            in_flight: Cell::default(),
            most_in_flight: Cell::default(),
        }))
    }

    /// Requests to paths with this ending fail before they reach Spotify; with
    /// [`TransportError::TimedOut`], after their time.
    pub fn fail(&self, path: &'static str, error: TransportError) {
        *self.0.trouble.borrow_mut() = Some((path, Trouble::Fail(error)));
    }

    /// Requests to paths with this ending reach Spotify, and the answers wait
    /// for [`Wire::release`].
    pub fn hold(&self, path: &'static str) {
        *self.0.trouble.borrow_mut() = Some((path, Trouble::Hold));
    }

    /// Lets later requests pass; what is held stays held.
    pub fn hold_no_more(&self) {
        self.0.trouble.borrow_mut().take();
    }

    /// Ends all trouble and lets go what was held.
    pub fn release(&self) {
        self.0.trouble.borrow_mut().take();
        for held in self.0.held.take() {
            let _ = held.send(());
        }
    }

    /// Every request since the last [`Wire::forget`].
    pub fn calls(&self) -> Vec<Call> {
        self.0.calls.borrow().clone()
    }

    /// The requests to the token endpoint with this `grant_type`.
    pub fn token_calls(&self, grant_type: &str) -> Vec<Call> {
        let is_meant = |call: &Call| call.field("grant_type").as_deref() == Some(grant_type);
        self.calls().into_iter().filter(is_meant).collect()
    }

    /// How many codes were exchanged.
    pub fn exchanges(&self) -> usize {
        self.token_calls("authorization_code").len()
    }

    /// How many renewals were asked for.
    pub fn refreshes(&self) -> usize {
        self.token_calls("refresh_token").len()
    }

    /// How many calls of the Web API went to paths with this ending.
    pub fn api_calls(&self, path: &str) -> usize {
        let calls = self.calls();
        let to_api = calls.iter().filter(|call| call.bearer.is_some());
        to_api.filter(|call| call.url.ends_with(path)).count()
    }

    /// How many requests are in flight.
    pub fn in_flight(&self) -> usize {
        self.0.in_flight.get()
    }

    /// The most requests that were in flight at once.
    pub fn most_in_flight(&self) -> usize {
        self.0.most_in_flight.get()
    }

    /// Begins to count anew.
    pub fn forget(&self) {
        self.0.calls.borrow_mut().clear();
    }
}

impl Inner {
    fn trouble_at(&self, url: &str) -> Option<Trouble> {
        let trouble = self.trouble.borrow();
        let (path, trouble) = trouble.as_ref()?;
        url.ends_with(path).then_some(*trouble)
    }

    /// What page code may see of Spotify's answer.
    fn fetch(&self, request: &Request) -> Result<Response, TransportError> {
        let mut sent = http::Request::builder()
            .method(request.method.as_str())
            .uri(&request.url);
        for (name, value) in &request.headers {
            sent = sent.header(*name, value);
        }
        let body = request.body.clone().unwrap_or_default().into_bytes();
        let sent = sent.body(body).expect("a request that can be sent");
        let now = simulator::Millis(self.clock.true_now().0);
        let spotify = &mut self.spotify.borrow_mut();
        let answer = simulator::browser::fetch(spotify, sent, ORIGIN, now)
            .map_err(|_| TransportError::Opaque)?;
        let retry_after = answer.headers().get("retry-after");
        Ok(Response {
            status: answer.status().as_u16(),
            retry_after: retry_after.and_then(|value| value.to_str().ok()?.parse().ok()),
            body: String::from_utf8_lossy(answer.body()).into_owned(),
        })
    }

    async fn until_released(&self) {
        let (sender, released) = oneshot::channel();
        self.held.borrow_mut().push(sender);
        let _ = released.await;
    }
}

impl Transport for Wire {
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        let inner = Rc::clone(&self.0);
        async move {
            let call = Call::of(&request, inner.clock.true_now());
            let trouble = inner.trouble_at(&call.url);
            inner.calls.borrow_mut().push(call);
            let _flight = Flight::begin(Rc::clone(&inner));
            match trouble {
                Some(Trouble::Fail(TransportError::TimedOut)) => {
                    inner.clock.sleep(request.timeout).await;
                    Err(TransportError::TimedOut)
                }
                Some(Trouble::Fail(error)) => {
                    inner.clock.sleep(LATENCY).await;
                    Err(error)
                }
                Some(Trouble::Hold) => {
                    let answer = inner.fetch(&request);
                    let timeout = inner.clock.sleep(request.timeout);
                    match select(Box::pin(inner.until_released()), timeout).await {
                        Either::Left(_) => answer,
                        Either::Right(_) => Err(TransportError::TimedOut),
                    }
                }
                None => {
                    let answer = inner.fetch(&request);
                    inner.clock.sleep(LATENCY).await;
                    answer
                }
            }
        }
        .boxed_local()
    }
}

struct Flight(Rc<Inner>);

impl Flight {
    fn begin(inner: Rc<Inner>) -> Self {
        let in_flight = inner.in_flight.get() + 1;
        inner.in_flight.set(in_flight);
        inner
            .most_in_flight
            .set(in_flight.max(inner.most_in_flight.get()));
        Self(inner)
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.0.in_flight.set(self.0.in_flight.get() - 1);
    }
}
