//! Where short confirmations appear.

use super::{
    components::{Icon, icon_button, link, next_step},
    dom::{El, Piece, el, live},
    state::{Notice, use_deck},
};
use crate::spotify::NextStep;

/// A line above everything that says what was just done. It is there before it
/// has anything to say, so that screen readers follow it.
pub fn toast() -> El {
    let notices = use_deck().notices;
    el("div")
        .class("toasts")
        .attr("role", "status")
        .with(live(move || notices.shown().map(|notice| shown(&notice))))
}

fn shown(notice: &Notice) -> El {
    let notices = use_deck().notices;
    let toast = el("div").class("toast").with(el("p").text(&notice.text));
    // What can be tried again is tried where it was tried.
    let step = match notice.next {
        step @ (NextStep::Grant(_) | NextStep::ConnectAgain) => {
            next_step(step, std::rc::Rc::new(|| ()))
        }
        _ => Piece::NONE,
    };
    let look = notice.page.clone();
    let look = look.map(|page| link(page).text("Look").on_click(move || notices.dismiss()));
    toast
        .with(look)
        .with(step)
        .with(icon_button(Icon::Close, "Dismiss", move || {
            notices.dismiss();
        }))
}
