use leptos::web_sys::HtmlInputElement;

use crate::{
    oauth::{ClientId, ClientIdError},
    ui::{
        components::{Icon, icon},
        dom::{El, Piece, Var, el, live},
    },
};

/// The field itself.
pub fn client_id_input(text: Var<String>) -> El {
    let field = el("input")
        .attr("id", "client-id")
        .class("field")
        .attr("type", "text")
        .attr("name", "client-id")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "client-id-hint")
        .attr("value", &text.get_untracked());
    let input = field.of::<HtmlInputElement>();
    field.on("input", move |_| {
        text.set(
            input
                .as_ref()
                .map(HtmlInputElement::value)
                .unwrap_or_default(),
        );
    })
}

/// The field for the client ID, checked as it is typed.
pub fn client_id_field(text: Var<String>, was_submitted: Var<bool>, field: El) -> Piece {
    let parsed = move || ClientId::parse(&text.get());
    // While someone is still typing, too few characters are no mistake.
    let is_wrong = move || match parsed() {
        Ok(_) => false,
        Err(ClientIdError::Empty | ClientIdError::TooShort(_)) => was_submitted.get(),
        Err(ClientIdError::NotHexadecimal(_) | ClientIdError::TooLong(_)) => true,
    };
    let tone = move || match parsed() {
        Ok(_) => "hint good",
        Err(_) if is_wrong() => "hint bad",
        Err(_) => "hint",
    };
    let hint_below = el("p")
        .attr("id", "client-id-hint")
        .live_attr("class", move || Some(tone().to_owned()))
        .with(live(move || parsed().is_ok().then(|| icon(Icon::Tick))))
        .with(el("span").live_text(move || hint(&parsed())));
    // Said aloud only once it means something, and not at every keystroke.
    let spoken = move || {
        let parsed = parsed();
        if is_wrong() || parsed.is_ok() {
            hint(&parsed)
        } else {
            String::new()
        }
    };
    let field = field.live_attr("aria-invalid", move || Some(is_wrong().to_string()));
    Piece::from(el("label").attr("for", "client-id").text("Client ID"))
        .and(field)
        .and(hint_below)
        .and(
            el("p")
                .class("unseen")
                .attr("role", "status")
                .live_text(spoken),
        )
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
