use crate::{platform, session::Listener, ui::state::use_deck};

/// The time of day, and who is meant if Spotify says what to call them.
pub fn greeting() -> String {
    let time = match platform::hour_of_day() {
        5..12 => "Good morning",
        12..18 => "Good afternoon",
        _ => "Good evening",
    };
    let state = use_deck().session_state_now();
    match state.listener() {
        Some(Listener {
            display_name: Some(name),
            ..
        }) => format!("{time}, {name}"),
        _ => time.to_owned(),
    }
}
