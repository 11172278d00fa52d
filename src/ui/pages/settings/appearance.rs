use leptos::web_sys::HtmlInputElement;

use super::panel;
use crate::{
    session::{Density, Theme},
    ui::{
        dom::{El, el, follow},
        state::use_deck,
    },
};

/// How the app looks on this device.
pub fn appearance() -> El {
    let deck = use_deck();
    let look = deck.appearance;
    let themes = Theme::ALL.map(|theme| {
        let label = match theme {
            Theme::System => "System",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        };
        option(
            "theme",
            label,
            move || look.theme() == theme,
            move || {
                let session = deck.session();
                session.device().choose_theme(theme);
                look.look(session.device());
            },
        )
    });
    let densities = Density::ALL.map(|density| {
        let label = match density {
            Density::Comfortable => "Comfortable",
            Density::Compact => "Compact",
        };
        option(
            "density",
            label,
            move || look.density() == density,
            move || {
                let session = deck.session();
                session.device().choose_density(density);
                look.look(session.device());
            },
        )
    });
    panel("appearance", "Appearance")
        .with(choice("Theme", themes.into()))
        .with(choice("Rows", densities.into()))
}

fn choice(legend: &str, options: Vec<El>) -> El {
    el("fieldset")
        .class("choice")
        .with(el("legend").text(legend))
        .with(el("div").class("segments").with(options))
}

fn option(
    group: &str,
    label: &str,
    is_chosen: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
) -> El {
    let radio = el("input")
        .attr("type", "radio")
        .attr("name", group)
        .class("unseen")
        .on("change", move |_| choose());
    // Once it was pressed, the attribute no longer counts.
    let own = radio.of::<HtmlInputElement>();
    follow(move || {
        if let Some(own) = &own {
            own.set_checked(is_chosen());
        }
    });
    el("label").class("segment").with(radio).text(label)
}
