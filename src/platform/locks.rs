use std::{cell::RefCell, collections::HashMap, rc::Rc};

use futures::{
    FutureExt,
    channel::oneshot,
    future::{Either, LocalBoxFuture, Shared, ready, select},
};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use wasm_bindgen_futures::JsFuture;

use crate::ports::{LockOutcome, TabLock};

// web-sys has these only behind an unstable flag.
#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, options: &JsValue, callback: JsValue) -> Promise;
}

/// The Web Locks API, which exists in secure contexts only.
#[derive(Default)]
pub struct WebLocks {
    /// What this page has asked for and was not refused: the browser would
    /// refuse a second request for a lock that the page itself is about to
    /// hold.
    asked: Rc<RefCell<HashMap<String, Asked>>>,
    /// What lets go of each lock that this page holds.
    held: Rc<RefCell<HashMap<String, Function>>>,
}

type Asked = Shared<LocalBoxFuture<'static, LockOutcome>>;

impl TabLock for WebLocks {
    fn hold_if_free(&self, name: &str) -> LocalBoxFuture<'static, LockOutcome> {
        let asked = self.asked.borrow().get(name).cloned();
        match asked.or_else(|| self.ask(name)) {
            Some(outcome) => outcome.boxed_local(),
            None => ready(LockOutcome::Unsupported).boxed_local(),
        }
    }

    fn release(&self, name: &str) {
        if let Some(release) = self.held.borrow_mut().remove(name) {
            self.asked.borrow_mut().remove(name);
            // Settling a promise cannot fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

impl WebLocks {
    fn ask(&self, name: &str) -> Option<Asked> {
        let locks = lock_manager()?;
        let (asked, held) = (Rc::clone(&self.asked), Rc::clone(&self.held));
        let own_name = name.to_owned();
        let outcome = async move {
            let answer = request(&locks, &own_name).await;
            if let Answer::Granted(release) = answer {
                held.borrow_mut().insert(own_name, release);
                return LockOutcome::Held;
            }
            asked.borrow_mut().remove(&own_name);
            match answer {
                Answer::Taken => LockOutcome::HeldElsewhere,
                Answer::Granted(_) | Answer::Refused => LockOutcome::Unsupported,
            }
        };
        let outcome = outcome.boxed_local().shared();
        self.asked
            .borrow_mut()
            .insert(name.to_owned(), outcome.clone());
        Some(outcome)
    }
}

fn lock_manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    (!locks.is_undefined()).then(|| locks.unchecked_into())
}

/// What the browser said to a request.
enum Answer {
    /// Here it is, with what lets go of it.
    Granted(Function),
    /// Somebody else holds it.
    Taken,
    /// Not to this page.
    Refused,
}

/// Asks for the lock. It is held while the promise that the callback returns
/// is pending.
async fn request(locks: &LockManager, name: &str) -> Answer {
    let (sender, granted) = oneshot::channel();
    let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            // The asker may have gone; the answer to nobody is no loss.
            let _ = sender.send(Answer::Taken);
            return JsValue::UNDEFINED;
        }
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        let _ = sender.send(release.map_or(Answer::Refused, Answer::Granted));
        held.into()
    });
    let options = Object::new();
    // Setting a property of a new plain object cannot fail.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    // Where the browser refuses, it never calls back.
    let settled = JsFuture::from(locks.request(name, &options, callback));
    match select(granted, settled).await {
        Either::Left((answer, _)) => answer.unwrap_or(Answer::Refused),
        Either::Right((Ok(_), granted)) => granted.await.unwrap_or(Answer::Refused),
        Either::Right((Err(_), _)) => Answer::Refused,
    }
}
