use crate::{
    route::Route,
    spotify::Error,
    ui::{
        components::{button, large_cover, link, open_spotify, trouble},
        dom::{El, Piece, derived, el, live},
        items::{Entry, all_named, explicit, named},
        player::{Shown, is_awaited, use_shown},
        state::use_deck,
    },
};

/// The edge of the cover in CSS pixels.
const COVER: u32 = 112;

/// What plays now, as the player knows it without being asked again.
pub fn now() -> Piece {
    let player = use_deck().player();
    let shown = use_shown();
    let is_playing = derived(move || {
        let playing = player.now_playing();
        playing.is_some_and(|playing| playing.state.is_playing)
    });
    // What else is stale the bar says; without the permission there is no bar.
    let is_denied =
        derived(move || matches!(player.status().stale, Some(Error::ScopesNotGranted(_))));
    let is_awaited = is_awaited();
    live(move || {
        if is_denied.get() {
            return denied();
        }
        let is_playing = is_playing.get();
        shown.with(|shown| match (shown, shown.entry()) {
            (Shown::Left { .. }, Some(entry)) => panel(entry, "Where you left off").into(),
            (_, Some(entry)) if is_playing => panel(entry, "Playing now").into(),
            (_, Some(entry)) => panel(entry, "Paused").into(),
            (Shown::Nothing, None) if is_awaited.get() => waiting().into(),
            (Shown::Nothing, None) => nothing().into(),
            (_, None) => Piece::NONE,
        })
    })
}

/// As high as what comes in its place.
fn waiting() -> El {
    let bars = ["bar short", "bar tall", "bar"].map(|class| el("span").class(class));
    el("div")
        .class("panel home-now waiting")
        .attr("aria-hidden", "true")
        .with(el("span").class("cover large blank home-now-cover"))
        .with(el("div").class("home-now-words").with(bars))
}

fn nothing() -> El {
    let player = use_deck().player();
    el("div")
        .class("panel home-now")
        .with(el("p").text("Nothing plays on your devices just now."))
        .with(button("Devices", move || player.show_devices()).attr("aria-haspopup", "dialog"))
}

fn denied() -> Piece {
    let player = use_deck().player();
    let stale = player.player().status().stale;
    stale
        .map(|error| {
            el("section")
                .attr("aria-labelledby", "now")
                .with(
                    el("h2")
                        .class("unseen")
                        .attr("id", "now")
                        .text("Playing now"),
                )
                .with(trouble(&error, move || player.player().look()))
        })
        .into()
}

fn panel(entry: &Entry, eyebrow: &str) -> El {
    let title = el("p").class("home-now-title").with(
        link(Route::NowPlaying)
            .class("quiet-link")
            .text(&entry.title.name),
    );
    let by = el("p")
        .class("home-now-by")
        .with(entry.is_explicit.then(explicit))
        .with(all_named(&entry.by));
    let from = entry
        .from
        .as_ref()
        .map(|from| el("p").class("home-now-by").with(named(from)));
    let open = entry
        .open_spotify
        .as_deref()
        .map(|href| open_spotify(href, &entry.title.name));
    let words = el("div")
        .class("home-now-words")
        .with(el("h2").class("eyebrow").attr("id", "now").text(eyebrow))
        .with(title)
        .with(by)
        .with(from)
        .with(open);
    el("section")
        .class("panel home-now")
        .attr("aria-labelledby", "now")
        .with(
            el("div")
                .class("home-now-cover")
                .with(large_cover(&entry.images, COVER)),
        )
        .with(words)
}
