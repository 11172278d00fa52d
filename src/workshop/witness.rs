use std::{cell::RefCell, rc::Rc};

use futures::future::LocalBoxFuture;

use crate::ports::{Clock, Method, Millis, Request, Response, Transport, TransportError};

/// One request and what came of it, as it passed by. Nothing of its headers,
/// its query or its body is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The method.
    pub method: Method,
    /// The address without its query.
    pub address: String,
    /// When it was sent.
    pub sent_at: Millis,
    /// The status, or why there is none, once that is known.
    pub outcome: Option<Result<u16, TransportError>>,
    /// How long that took.
    pub took: Millis,
}

/// Stands on the way to Spotify and, when asked to, writes down what passes.
/// It changes nothing.
pub struct Witness {
    inner: Rc<dyn Transport>,
    clock: Rc<dyn Clock>,
    log: Rc<RefCell<Option<Log>>>,
}

/// Whoever is told of what passes.
type Told = Rc<dyn Fn(&[Exchange])>;

struct Log {
    exchanges: Vec<Exchange>,
    changed: Told,
}

/// No more than this is written down: what is watched takes a few.
const MOST: usize = 50;

impl Witness {
    /// A witness before `inner`.
    pub fn of(inner: Rc<dyn Transport>, clock: Rc<dyn Clock>) -> Self {
        Self {
            inner,
            clock,
            log: Rc::default(),
        }
    }

    /// Begins to write down, and tells `changed` all of it after each change.
    pub fn watch(&self, changed: impl Fn(&[Exchange]) + 'static) {
        *self.log.borrow_mut() = Some(Log {
            exchanges: Vec::new(),
            changed: Rc::new(changed),
        });
    }

    /// Stops, and forgets what was written.
    pub fn look_away(&self) {
        self.log.borrow_mut().take();
    }
}

/// Changes the log, if there is one, and tells whoever watches.
fn write(log: &RefCell<Option<Log>>, change: impl FnOnce(&mut Vec<Exchange>)) {
    let told = log.borrow_mut().as_mut().map(|log| {
        change(&mut log.exchanges);
        (Rc::clone(&log.changed), log.exchanges.clone())
    });
    if let Some((changed, exchanges)) = told {
        changed(&exchanges);
    }
}

impl Transport for Witness {
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        if self.log.borrow().is_none() {
            return self.inner.send(request);
        }
        let exchange = Exchange {
            method: request.method,
            address: address(&request.url).to_owned(),
            sent_at: self.clock.now(),
            outcome: None,
            took: Millis::ZERO,
        };
        let begun = exchange.clone();
        write(&self.log, |exchanges| {
            if exchanges.len() < MOST {
                exchanges.push(exchange);
            }
        });
        let (log, clock) = (Rc::clone(&self.log), Rc::clone(&self.clock));
        let sending = self.inner.send(request);
        Box::pin(async move {
            let answer = sending.await;
            let outcome = answer.as_ref().map(|response| response.status);
            let outcome = outcome.map_err(|error| *error);
            write(&log, |exchanges| {
                if let Some(own) = exchanges.iter_mut().find(|own| **own == begun) {
                    own.outcome = Some(outcome);
                    own.took = clock.now() - begun.sent_at;
                }
            });
            answer
        })
    }
}

/// What stands before the query.
fn address(url: &str) -> &str {
    url.split('?').next().unwrap_or_default()
}
