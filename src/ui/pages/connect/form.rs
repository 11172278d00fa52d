use leptos::{html::Input, prelude::*};

use super::client_id_field::ClientIdField;
use crate::{oauth::ClientId, ui::state::use_deck};

/// The client ID and the button. One click is enough for someone whose client
/// ID this device remembers.
#[component]
pub fn ConnectForm() -> impl IntoView {
    let deck = use_deck();
    let remembered = deck.client_id();
    let cannot_work = !deck.redirect_uri().is_acceptable();
    let text = RwSignal::new(remembered.map_or_else(String::new, |id| id.as_str().to_owned()));
    let was_submitted = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    let connect = move |show_dialog| {
        was_submitted.set(true);
        if let Ok(client_id) = ClientId::parse(&text.get_untracked()) {
            deck.connect(client_id, show_dialog);
        } else if let Some(field) = field.get_untracked() {
            // A field that is on the page can be focused.
            let _ = field.focus();
        }
    };
    view! {
        <form
            class="connect-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                connect(false);
            }
        >
            <ClientIdField text was_submitted field />
            <button class="button primary wide" type="submit" disabled=cannot_work>
                "Connect to Spotify"
            </button>
            <p class="another">
                <button class="link" type="button" disabled=cannot_work on:click=move |_| connect(true)>
                    "Use another account"
                </button>
                "Spotify then asks, even if you agreed before."
            </p>
        </form>
    }
}
