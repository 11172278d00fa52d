use super::{
    devices::device_button,
    like::like_button,
    progress::progress,
    says::says,
    shown::{Shown, use_shown},
    transport::{play_or_pause, transport},
    volume::volume,
};
use crate::{
    ports::Millis,
    route::Route,
    spotify::{ItemKind, SpotifyUri},
    ui::{
        components::{Icon, button, cover, icon, link, open_spotify},
        dom::{El, Piece, Var, derived, el, follow, live},
        items::{Entry, all_named, explicit, named},
        state::use_deck,
    },
};

/// The edge of the cover in CSS pixels.
const COVER: u32 = 56;

/// The bar that stands on every page once something plays, or is to.
pub fn player_bar() -> Piece {
    let player = use_deck().player();
    let shown = use_shown();
    let is_there = derived(move || {
        shown.with(|shown| *shown != Shown::Nothing) || player.status().trouble.is_some()
    });
    live(move || is_there.get().then(|| bar(shown)))
}

fn bar(shown: Var<Shown>) -> El {
    let player = use_deck().player();
    let queue = link(Route::Queue)
        .class("icon-button")
        .attr("aria-label", "Queue")
        .attr("title", "Queue")
        .with(icon(Icon::Queue));
    let middle = el("div")
        .class("player-middle")
        .with(transport())
        .with(progress());
    let tools = el("div")
        .class("player-tools")
        .with(queue)
        .with(device_button())
        .with(volume());
    el("section")
        .class("player")
        .attr("aria-label", "Player")
        .with(thread())
        .with(says())
        .with(
            el("div")
                .class("player-item")
                .with(live(move || shown.with(item))),
        )
        .with(middle)
        .with(play_or_pause(player, "play-button small"))
        .with(tools)
}

/// How far it is, as a thread along the bar where there is no room for more;
/// what can be set is on the large view.
fn thread() -> El {
    let player = use_deck().player();
    let thread = el("div").class("player-thread").attr("aria-hidden", "true");
    let own = thread.clone();
    follow(move || {
        let playing = player.now_playing();
        let share = playing
            .and_then(|playing| playing.duration())
            .map_or(0, |Millis(end)| {
                player.progress().0.min(end) * 1000 / end.max(1)
            });
        own.set_style("--fill", &format!("{}.{}%", share / 10, share % 10));
    });
    thread
}

fn item(shown: &Shown) -> Piece {
    let (title, words) = shown.words();
    match (shown, shown.entry()) {
        (Shown::Item(entry), _) => playing(entry),
        (_, Some(entry)) => {
            let player = use_deck().player();
            let go_on = button("Go on elsewhere", move || player.show_devices());
            picture(entry).and(
                el("div")
                    .class("player-words")
                    .with(el("strong").text(title))
                    .with(el("span").text(&entry.title.name))
                    .with(go_on),
            )
        }
        (_, None) => Piece::from(el("span").class("cover blank").attr("aria-hidden", "true")).and(
            el("div")
                .class("player-words")
                .with(el("strong").text(title))
                .with(el("span").text(words)),
        ),
    }
}

fn picture(entry: &Entry) -> Piece {
    link(Route::NowPlaying)
        .class("player-cover")
        .attr("aria-label", "What plays, large")
        .attr("title", "What plays, large")
        .with(cover(&entry.images, COVER))
        .into()
}

fn playing(entry: &Entry) -> Piece {
    let words = el("div")
        .class("player-words")
        .with(el("strong").with(named(&entry.title)))
        .with(
            el("span")
                .with(entry.is_explicit.then(explicit))
                .with(all_named(&entry.by)),
        );
    let open = entry
        .open_spotify
        .as_deref()
        .map(|href| open_spotify(href, &entry.title.name));
    let like = likeable(entry).map(like_button);
    picture(entry).and(words).and(like).and(open)
}

/// What names it, if it can be saved: a file on a device cannot.
fn likeable(entry: &Entry) -> Option<&SpotifyUri> {
    let uri = entry.uri.as_ref();
    uri.filter(|uri| uri.kind() != ItemKind::Local)
}
