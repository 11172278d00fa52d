use leptos::{task::spawn_local, web_sys::HtmlInputElement};

use super::panel;
use crate::{
    platform,
    session::{Settings, SettingsError},
    ui::{
        components::button,
        dom::{El, Var, el},
        state::use_deck,
    },
};

/// What the file is called.
const FILE: &str = "cratedigger-settings.json";

/// The settings as a file, and back.
pub fn transfer(changes: Var<u32>) -> El {
    let deck = use_deck();
    let outcome = Var::new(String::new());
    let save = button("Save as a file", move || {
        let settings = Settings::of(deck.session().device());
        platform::save_as_file(FILE, &settings.write());
    });
    let field = el("input")
        .attr("type", "file")
        .attr("id", "settings-file")
        .attr("accept", "application/json,.json")
        .class("unseen");
    let own = field.of::<HtmlInputElement>();
    let field = field.on("change", move |_| {
        let Some(own) = own.clone() else { return };
        spawn_local(async move {
            let Some(text) = platform::chosen_file(&own).await else {
                return outcome.set("That file could not be read.".to_owned());
            };
            outcome.set(match Settings::read(&text) {
                Ok(settings) => {
                    settings.apply(deck.session().device());
                    deck.settings_changed();
                    changes.set(changes.get_untracked() + 1);
                    "The settings are restored.".to_owned()
                }
                Err(error) => format!("Nothing was changed: {}", reason(error)),
            });
        });
    });
    let restore = el("label")
        .class("button")
        .attr("for", "settings-file")
        .text("Restore from a file");
    panel("transfer", "Take your settings along")
        .with(el("p").text(
            "The client ID, appearance, pinned playlists and recent searches as one file, for another \
             browser or as a safeguard. There is no token in it.",
        ))
        .with(el("p").class("actions").with(save).with(field).with(restore))
        .with(
            el("p")
                .class("fine")
                .attr("role", "status")
                .live_text(move || outcome.get()),
        )
}

fn reason(error: SettingsError) -> String {
    match error {
        SettingsError::TooLong => "the file is far too long to be one of settings.".to_owned(),
        SettingsError::NotJson => "the file is not whole, or not JSON at all.".to_owned(),
        SettingsError::NotOurs => {
            "the file holds something else than Cratedigger’s settings.".to_owned()
        }
        SettingsError::TooNew(version) => format!(
            "the file is of version {version}, and this Cratedigger reads version 1. Reload the page to get the newest."
        ),
        SettingsError::Entry(name) => format!("“{name}” in the file is not as it should be."),
    }
}
