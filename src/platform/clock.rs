use std::rc::Rc;

use futures::future::LocalBoxFuture;

use crate::ports::{Clock, Millis};

/// Now, by this device's clock.
pub fn now() -> Millis {
    BrowserClock.now()
}

/// Resolves after at least `span`.
pub async fn sleep(span: Millis) {
    BrowserClock.sleep(span).await;
}

/// The clock of this device, for whoever waits by it.
pub fn clock() -> Rc<dyn Clock> {
    Rc::new(BrowserClock)
}

/// Calls `act` again and again until what it returns is dropped.
pub fn every(span: Millis, act: impl FnMut() + 'static) -> gloo_timers::callback::Interval {
    let span = u32::try_from(span.0).unwrap_or(u32::MAX);
    gloo_timers::callback::Interval::new(span, act)
}

/// `Date.now()` and `setTimeout`.
pub struct BrowserClock;

impl Clock for BrowserClock {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates, and the fraction of a millisecond is of no interest"
    )]
    fn now(&self) -> Millis {
        Millis(js_sys::Date::now() as u64)
    }

    fn sleep(&self, span: Millis) -> LocalBoxFuture<'static, ()> {
        Box::pin(gloo_timers::future::sleep(
            std::time::Duration::from_millis(span.0),
        ))
    }
}
