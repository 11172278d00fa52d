use leptos::prelude::*;

/// The crate and the name.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <p class="brand">
            <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
                <path class="mark-sleeve" d="M12 4h6v10h-6z" />
                <path class="mark-line" d="M7 14V8h5v6M18 14V6h6v8M3 13h26l-3 15H6z" />
            </svg>
            "Cratedigger"
        </p>
    }
}
