use super::{Icon, icon};
use crate::{
    platform,
    route::Route,
    ui::{
        dom::{El, el, is_plain},
        state::use_deck,
    },
};

/// A link to a page of the app, followed without loading the page anew.
pub fn link(to: Route) -> El {
    let place = use_deck().place;
    el("a")
        .attr("href", &platform::href(&to))
        .on("click", move |click| {
            if is_plain(&click) {
                click.prevent_default();
                place.go(&to);
                platform::scroll_to_top();
            }
        })
}

/// The same for something chosen on the page that is open: it does not scroll
/// back to the top, and stays where it is, with the keyboard on it, while where
/// it leads changes with what else is chosen.
pub fn choice_link(
    to: impl Fn() -> Route + Clone + 'static,
    is_chosen: impl Fn() -> bool + 'static,
) -> El {
    let place = use_deck().place;
    let target = to.clone();
    el("a")
        .live_attr("href", move || Some(platform::href(&to())))
        .live_attr("aria-current", move || {
            is_chosen().then(|| "page".to_owned())
        })
        .on("click", move |click| {
            if is_plain(&click) {
                click.prevent_default();
                place.go(&target());
            }
        })
}

/// A link that leaves the app for one of Spotify's own pages. The new tab gets
/// no copy of this tab's storage, and no referrer (security 23).
pub fn outside(href: &'static str, words: &str) -> El {
    leaving(href).text(words)
}

/// The link every item has to its page at Spotify (contract 8.1). `href` comes
/// from `ExternalUrls::open_spotify`, which lets only Spotify's pages through.
pub fn open_spotify(href: &str, name: &str) -> El {
    leaving(href)
        .class("open-spotify")
        .attr("title", "Open Spotify")
        .with(el("span").class("open-spotify-words").text("Open Spotify"))
        .with(el("span").class("unseen").text(": ").text(name))
        .with(icon(Icon::Outside))
}

fn leaving(href: &str) -> El {
    el("a")
        .attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
}
