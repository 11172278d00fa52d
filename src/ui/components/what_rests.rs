use super::quiet_button;
use crate::ui::{dom::El, state::use_deck};

/// The way from a message about limits to the Quota panel.
pub fn what_rests() -> El {
    let quota = use_deck().quota;
    quiet_button("What rests, and why", move || quota.open()).attr("aria-haspopup", "dialog")
}
