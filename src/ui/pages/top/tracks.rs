use super::{EMPTY, time_range};
use crate::{
    route::TopRange,
    spotify::{Window, endpoints::me},
    ui::{
        components::trouble,
        dom::{El, Piece, Var, el, live},
        items::{Entry, row, rows, rows_waiting},
        state::{Load, use_call, use_deck},
    },
};

/// The top tracks of the range.
pub fn track_list(range: Var<TopRange>) -> El {
    let player = use_deck().player();
    let tracks = use_call(move || me::top_tracks(time_range(range.get()), Window::first()));
    let list = live(move || match tracks.state() {
        Load::Waiting => rows_waiting("Reading your top tracks"),
        Load::Failed(error) => trouble(&error, move || tracks.retry()).into(),
        Load::Ready(page) if page.items().next().is_none() => {
            el("p").class("empty").text(EMPTY).into()
        }
        Load::Ready(page) => {
            let uris: Vec<_> = page.items().filter_map(|track| track.uri.clone()).collect();
            let all = page.items().enumerate().map(|(place, track)| {
                // From it on, and on with the rest of the list.
                let place_of_it = uris.iter().position(|uri| Some(uri) == track.uri.as_ref());
                let play = place_of_it.and_then(|start| player.playing_uris(&uris, start));
                row(&Entry::from(track), &(place + 1).to_string(), play)
            });
            Piece::from(rows(all.collect()))
        }
    });
    let heading = el("div")
        .class("section-heading")
        .with(el("h2").attr("id", "tracks").text("Tracks"));
    el("section")
        .attr("aria-labelledby", "tracks")
        .with(heading)
        .with(list)
}
