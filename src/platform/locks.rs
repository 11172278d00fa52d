use std::{cell::RefCell, collections::HashSet, rc::Rc};

use futures::{
    FutureExt,
    channel::oneshot,
    future::{LocalBoxFuture, ready},
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
    held: Rc<RefCell<HashSet<String>>>,
}

impl TabLock for WebLocks {
    fn hold_if_free(&self, name: &str) -> LocalBoxFuture<'static, LockOutcome> {
        if self.held.borrow().contains(name) {
            return ready(LockOutcome::Held).boxed_local();
        }
        let Some(locks) = lock_manager() else {
            return ready(LockOutcome::Unsupported).boxed_local();
        };
        let held = Rc::clone(&self.held);
        let name = name.to_owned();
        async move {
            let granted = request(&locks, &name).await;
            if granted {
                held.borrow_mut().insert(name);
                LockOutcome::Held
            } else {
                LockOutcome::HeldElsewhere
            }
        }
        .boxed_local()
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
