use super::field::{Hint, labelled, text_field};
use crate::{
    oauth::{ClientId, ClientIdError},
    ui::dom::{El, Var},
};

/// The field for a client ID, checked as it is typed; `good` is what to say
/// once it is one.
pub fn client_id_field(id: &str, text: Var<String>, good: &'static str) -> El {
    labelled(id, "Client ID", &text_field(id, text), move || {
        about(&text.get(), good)
    })
}

fn about(text: &str, good: &str) -> Hint {
    match ClientId::parse(text) {
        Ok(_) => Hint::help(good),
        Err(ClientIdError::Empty) => {
            Hint::help("32 characters, from your app’s page in Spotify’s dashboard.")
        }
        Err(ClientIdError::TooShort(length)) => Hint::help(&format!("{length} of 32 characters.")),
        Err(ClientIdError::TooLong(length)) => {
            Hint::wrong(&format!("{length} characters: a client ID has 32."))
        }
        Err(ClientIdError::NotHexadecimal(letter)) => Hint::wrong(&format!(
            "“{letter}” cannot be in it: only the digits 0–9 and the letters a–f."
        )),
    }
}
