use super::{WindowView, ended};
use crate::{
    player_window::{PlayerWindow, Stage, Trouble},
    ui::{
        components::{Icon, icon, primary_button},
        dom::{El, Piece, derived, el, live},
        words::{window_remedy, window_trouble},
    },
};

const PLAY_HERE: &str = "Play in this window";

/// How it stands, with the one large button for what comes next.
pub(super) fn stage(view: WindowView) -> Piece {
    let place = el("div").class("player-window-stage");
    place
        .with(live(move || match view.stage.get() {
            Stage::Loading => says("Spotify’s player is on its way.").and(not_yet(PLAY_HERE)),
            Stage::Waiting => says("Browsers play only after a click in the page that plays.")
                .and(press(view, PLAY_HERE)),
            Stage::Connecting => {
                says("Making this window a device of yours.").and(not_yet("One moment"))
            }
            Stage::Ready { hitch: None, .. } => is_ready(view),
            Stage::Ready {
                hitch: Some(trouble),
                ..
            }
            | Stage::Trouble(trouble) => troubled(view, trouble),
            Stage::NotReady => in_the_way(
                "Spotify lost sight of this window",
                "Mostly the network was gone, and it comes back by itself. If it does not, try \
                 again.",
            )
            .and(press(view, "Try again")),
            Stage::Over(ending) => says(ended(ending)),
        }))
        .into()
}

fn is_ready(view: WindowView) -> Piece {
    let plays = derived(move || view.playing.with(Option::is_some));
    live(move || {
        (!plays.get()).then(|| {
            says("This window is a device of yours now. Choose something in Cratedigger, or move here what plays elsewhere.")
        })
    })
}

fn troubled(view: WindowView, trouble: Trouble) -> Piece {
    let (title, body) = window_trouble(trouble);
    in_the_way(title, body).and(press(view, window_remedy(trouble)))
}

fn says(words: &str) -> Piece {
    el("p").attr("role", "status").text(words).into()
}

fn in_the_way(title: &str, body: &str) -> Piece {
    let words = el("div")
        .with(el("h2").text(title))
        .with(el("p").text(body));
    el("section")
        .class("trouble")
        .attr("role", "alert")
        .with(icon(Icon::Warning))
        .with(words)
        .into()
}

fn press(view: WindowView, label: &str) -> El {
    primary_button(label, move || view.act(PlayerWindow::press)).class("button primary wide")
}

fn not_yet(label: &str) -> El {
    primary_button(label, || {})
        .class("button primary wide")
        .flag("disabled")
}
