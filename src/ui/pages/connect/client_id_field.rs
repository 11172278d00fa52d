use leptos::{html::Input, prelude::*};

use crate::{
    oauth::{ClientId, ClientIdError},
    ui::components::{Icon, IconView},
};

/// The field for the client ID, checked as it is typed.
#[component]
pub fn ClientIdField(
    text: RwSignal<String>,
    was_submitted: RwSignal<bool>,
    field: NodeRef<Input>,
) -> impl IntoView {
    let parsed = Memo::new(move |_| ClientId::parse(&text.get()));
    // While someone is still typing, too few characters are no mistake.
    let is_wrong = move || match parsed.get() {
        Ok(_) => false,
        Err(ClientIdError::Empty | ClientIdError::TooShort(_)) => was_submitted.get(),
        Err(ClientIdError::NotHexadecimal(_) | ClientIdError::TooLong(_)) => true,
    };
    let tone = move || match parsed.get() {
        Ok(_) => "hint good",
        Err(_) if is_wrong() => "hint bad",
        Err(_) => "hint",
    };
    view! {
        <label for="client-id">"Client ID"</label>
        <input
            id="client-id"
            node_ref=field
            class="field"
            type="text"
            name="client-id"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            aria-describedby="client-id-hint"
            aria-invalid=move || is_wrong().to_string()
            prop:value=text
            on:input:target=move |event| text.set(event.target().value())
        />
        <p id="client-id-hint" class=tone>
            {move || {
                parsed.get().is_ok().then(|| view! { <IconView icon=Icon::Tick /> })
            }}
            <span>{move || hint(&parsed.get())}</span>
        </p>
        // Said aloud only once it means something, and not at every keystroke.
        <p class="unseen" role="status">
            {move || (is_wrong() || parsed.get().is_ok()).then(|| hint(&parsed.get()))}
        </p>
    }
}

fn hint(parsed: &Result<ClientId, ClientIdError>) -> String {
    match parsed {
        Ok(_) => "Looks right. It stays on this device; it is not a secret.".to_owned(),
        Err(ClientIdError::Empty) => {
            "32 characters, from your app’s page in Spotify’s dashboard.".to_owned()
        }
        Err(ClientIdError::TooShort(length)) => format!("{length} of 32 characters."),
        Err(ClientIdError::TooLong(length)) => {
            format!("{length} characters: a client ID has exactly 32.")
        }
        Err(ClientIdError::NotHexadecimal(odd)) => {
            format!("“{odd}” is in no client ID: they have only 0 to 9 and a to f.")
        }
    }
}
