use crate::{
    spotify::PlaylistId,
    ui::{
        components::{Icon, button, icon, icon_button},
        dom::El,
        state::use_deck,
    },
};

/// The button that pins a playlist, for its own page.
pub fn pin_button(id: &PlaylistId) -> El {
    let pins = use_deck().pins();
    let own = id.clone();
    pressed(button("", move || pins.toggle(&own)), id)
        .with(icon(Icon::Pin))
        .text("Pin")
}

/// The same, for a list of playlists.
pub fn small_pin_button(id: &PlaylistId, name: &str) -> El {
    let pins = use_deck().pins();
    let own = id.clone();
    let button = icon_button(Icon::Pin, &format!("Pin {name}"), move || pins.toggle(&own));
    pressed(button, id)
}

fn pressed(button: El, id: &PlaylistId) -> El {
    let (pins, id) = (use_deck().pins(), id.clone());
    button.live_attr("aria-pressed", move || {
        Some(pins.is_pinned(&id).to_string())
    })
}
