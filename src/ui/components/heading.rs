use leptos::{html::H1, prelude::*, web_sys::FocusOptions};

use super::SpotifyMark;

/// The heading of a page: names the tab, and takes the focus when the listener
/// came here from another page, so that a screen reader says where they are.
#[component]
pub fn PageHeading(
    eyebrow: &'static str,
    title: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    document().set_title(&format!("{title} · Cratedigger"));
    let is_first = use_first_page();
    heading.on_load(move |heading| {
        if !is_first {
            // Back and Forward scroll by themselves, and so do links.
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // An element that is on the page can be focused.
            let _ = heading.focus_with_options(&options);
        }
    });
    view! {
        <header class="page-heading">
            <div class="page-eyebrow">
                <p>{eyebrow}</p>
                <SpotifyMark />
            </div>
            <h1 node_ref=heading tabindex="-1">
                {title}
            </h1>
            {children.map(|children| children())}
        </header>
    }
}

/// Whether a page has been shown before; where the first one begins the browser
/// says itself.
#[derive(Clone, Copy)]
struct AnyPageShown(StoredValue<bool>);

/// Lets the headings below know which of them is the first.
pub fn provide_first_page() {
    provide_context(AnyPageShown(StoredValue::new(false)));
}

fn use_first_page() -> bool {
    use_context::<AnyPageShown>().is_none_or(|AnyPageShown(shown)| {
        let is_first = !shown.get_value();
        shown.set_value(true);
        is_first
    })
}
