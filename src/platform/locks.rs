use std::{cell::RefCell, collections::HashMap, rc::Rc};

use futures::{
    FutureExt,
    channel::oneshot,
    future::{LocalBoxFuture, Shared, ready},
};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::*};

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
}

impl WebLocks {
    fn ask(&self, name: &str) -> Option<Asked> {
        let locks = lock_manager()?;
        let (asked, own_name) = (Rc::clone(&self.asked), name.to_owned());
        let outcome = async move {
            if request(&locks, &own_name).await {
                return LockOutcome::Held;
            }
            asked.borrow_mut().remove(&own_name);
            LockOutcome::HeldElsewhere
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

/// Asks for the lock; it is held while the promise that the callback returns
/// is pending, which is for the life of the page.
async fn request(locks: &LockManager, name: &str) -> bool {
    let (sender, granted) = oneshot::channel();
    let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let is_granted = !lock.is_null();
        // The asker may have gone; the answer to nobody is no loss.
        let _ = sender.send(is_granted);
        if is_granted {
            Promise::new(&mut |_, _| {}).into()
        } else {
            JsValue::UNDEFINED
        }
    });
    let options = Object::new();
    // Setting a property of a new plain object cannot fail.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let _held_until_the_page_ends = locks.request(name, &options, callback);
    granted.await.unwrap_or(false)
}
