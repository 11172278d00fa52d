use leptos::{prelude::*, task::spawn_local};

use super::{Icon, IconView};
use crate::platform;

/// What came of copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Yes,
    Denied,
}

/// A text to be pasted elsewhere exactly, with a button that copies it.
#[component]
pub fn CopyField(text: String, label: &'static str) -> impl IntoView {
    let copied = RwSignal::new(Copied::NotYet);
    let to_copy = text.clone();
    let copy = move |_| {
        let text = to_copy.clone();
        spawn_local(async move {
            let outcome = if platform::copy(&text).await {
                Copied::Yes
            } else {
                Copied::Denied
            };
            copied.try_set(outcome);
        });
    };
    let icon = move || match copied.get() {
        Copied::Yes => Icon::Tick,
        Copied::NotYet | Copied::Denied => Icon::Copy,
    };
    view! {
        <div class="copy-field">
            <code>{text}</code>
            <button type="button" class="icon-button" on:click=copy aria-label=label title=label>
                {move || view! { <IconView icon=icon() /> }}
            </button>
        </div>
        <p class="copy-outcome" role="status">
            {move || match copied.get() {
                Copied::NotYet => "",
                Copied::Yes => "Copied.",
                Copied::Denied => "The browser did not allow copying: select the text and copy it.",
            }}
        </p>
    }
}
