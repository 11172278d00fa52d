use leptos::web_sys::HtmlDialogElement;

use super::{Icon, icon_button};
use crate::ui::dom::{El, Piece, Var, el, follow, live};

/// A dialog over any page, for as long as `is_open` says so: a title with the
/// `id`, a way to `close` it, and `contents`, which are written each time it
/// opens.
pub fn sheet(
    id: &'static str,
    title: impl Fn() -> &'static str + 'static,
    is_open: Var<bool>,
    close: impl Fn() + Copy + 'static,
    contents: impl Fn() -> Piece + 'static,
) -> El {
    let head = el("header")
        .class("sheet-head")
        .with(
            el("h2")
                .attr("id", id)
                .live_text(move || title().to_owned()),
        )
        .with(icon_button(Icon::Close, "Close", close));
    let dialog = el("dialog")
        .class("sheet")
        .attr("aria-labelledby", id)
        .on("close", move |_| close())
        .with(head)
        .with(live(move || is_open.get().then(&contents)));
    let own = dialog.of::<HtmlDialogElement>();
    // After the contents: what is to have the keyboard is in them.
    follow(move || match &own {
        // It is on the page and not open, so it can be opened.
        Some(dialog) if is_open.get() && !dialog.open() => drop(dialog.show_modal()),
        Some(dialog) if !is_open.get() && dialog.open() => dialog.close(),
        _ => {}
    });
    dialog
}
