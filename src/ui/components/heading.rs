use leptos::{prelude::*, task::tick};

use super::spotify_mark;
use crate::ui::dom::{El, el, follow};

/// The heading of a page: names the tab, and takes the focus when the listener
/// came here from another page, so that a screen reader says where they are.
pub fn page_heading(eyebrow: &str, title: &str) -> El {
    headed(eyebrow, page_title(title))
}

/// The same for a page that is for typing: `field` takes the focus, however the
/// listener came.
pub fn heading_with_field(eyebrow: &str, title: &str, field: &El) -> El {
    is_first_page();
    focus_soon(field.clone());
    headed(eyebrow, titled(title))
}

fn headed(eyebrow: &str, title: El) -> El {
    el("header")
        .class("page-heading")
        .with(
            el("div")
                .class("page-eyebrow")
                .with(el("p").text(eyebrow))
                .with(spotify_mark()),
        )
        .with(title)
}

/// The title of a page, for those that head it in a way of their own.
pub fn page_title(title: &str) -> El {
    let heading = titled(title);
    if !is_first_page() {
        focus_soon(heading.clone());
    }
    heading
}

/// The title of a page that changes while the page stays: it takes the focus
/// only when the page opens.
pub fn live_page_title(title: impl Fn() -> String + Clone + 'static) -> El {
    let name = title.clone();
    follow(move || name_tab(&name()));
    let heading = el("h1").attr("tabindex", "-1").live_text(title);
    if !is_first_page() {
        focus_soon(heading.clone());
    }
    heading
}

/// Names the tab, before there is a heading.
pub fn name_tab(title: &str) {
    document().set_title(&format!("{title} · Cratedigger"));
}

fn titled(title: &str) -> El {
    name_tab(title);
    el("h1").attr("tabindex", "-1").text(title)
}

/// Gives it the focus once it is on the page.
pub fn focus_soon(element: El) {
    leptos::task::spawn_local(async move {
        tick().await;
        element.focus();
    });
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
