use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::ports::TabChannel;

/// A `BroadcastChannel` of this origin, or silence where there is none.
pub struct BrowserChannel(Option<BroadcastChannel>);

impl BrowserChannel {
    /// Opens the channel called `name`.
    pub fn open(name: &str) -> Self {
        Self(BroadcastChannel::new(name).ok())
    }
}

impl TabChannel for BrowserChannel {
    fn post(&self, message: &str) {
        if let Some(channel) = &self.0 {
            // A channel that is closed has no listeners to miss anything.
            let _ = channel.post_message(&JsValue::from_str(message));
        }
    }

    fn listen(&self, listener: Box<dyn Fn(String)>) {
        let Some(channel) = &self.0 else { return };
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                listener(text);
            }
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // It listens for the life of the page.
        on_message.forget();
    }
}
