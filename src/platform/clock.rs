use futures::future::LocalBoxFuture;
use gloo_timers::future::sleep;

use crate::ports::{Clock, Millis};

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
        Box::pin(sleep(std::time::Duration::from_millis(span.0)))
    }
}
