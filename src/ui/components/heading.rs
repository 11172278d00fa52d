use leptos::{prelude::*, task::tick};

use super::spotify_mark;
use crate::ui::dom::{El, el};

/// The heading of a page: names the tab, and takes the focus when the listener
/// came here from another page, so that a screen reader says where they are.
pub fn page_heading(eyebrow: &str, title: &str) -> El {
    el("header")
        .class("page-heading")
        .with(
            el("div")
                .class("page-eyebrow")
                .with(el("p").text(eyebrow))
                .with(spotify_mark()),
        )
        .with(page_title(title))
}

/// The title of a page, for those that head it in a way of their own.
pub fn page_title(title: &str) -> El {
    document().set_title(&format!("{title} · Cratedigger"));
    let heading = el("h1").attr("tabindex", "-1").text(title);
    if !is_first_page() {
        let heading = heading.clone();
        leptos::task::spawn_local(async move {
            // By then it is on the page.
            tick().await;
            heading.focus();
        });
    }
    heading
}

/// Whether a page has been shown before; where the first one begins the browser
/// says itself.
#[derive(Clone, Copy)]
struct AnyPageShown(StoredValue<bool>);

/// Lets the headings below know which of them is the first.
pub fn provide_first_page() {
    provide_context(AnyPageShown(StoredValue::new(false)));
}

fn is_first_page() -> bool {
    use_context::<AnyPageShown>().is_none_or(|AnyPageShown(shown)| {
        let is_first = !shown.get_value();
        shown.set_value(true);
        is_first
    })
}
