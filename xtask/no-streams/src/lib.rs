//! In the place of the crate of this name, which Leptos needs for functions of
//! a server. Cratedigger has no server, but the crate exports to JavaScript what
//! it is made of, so that no linker can leave it out: 5 kB of every first load.
//! Of it there is here what Leptos names, and none of it is ever called.

use futures::stream::{Empty, Stream, empty};
use wasm_bindgen::{JsValue, throw_str};
pub use web_sys::ReadableStream as Raw;

/// A stream that a page reads.
#[derive(Debug)]
pub struct ReadableStream;

impl ReadableStream {
    /// Would read what `stream` brings.
    pub fn from_stream(stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        drop(stream);
        Self
    }

    /// Would read `raw`.
    pub fn from_raw(raw: Raw) -> Self {
        drop(raw);
        Self
    }

    /// Would be the browser's own.
    pub fn into_raw(self) -> Raw {
        throw_str("there are no streams here")
    }

    /// Would bring what it reads.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
