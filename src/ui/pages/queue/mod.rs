//! What comes next.

mod keep;

use keep::keep_as_playlist;
use leptos::prelude::*;

use crate::{
    player::Status,
    spotify::{Error, SpotifyUri, model::Playable},
    ui::{
        components::{page_heading, trouble},
        dom::{El, Piece, derived, el, live, pieces},
        items::{Entry, row, rows, rows_waiting},
        state::use_deck,
    },
};

/// What is known of the queue.
#[derive(Clone, PartialEq)]
enum Queue {
    Reading,
    Failed(Error),
    Read {
        now: Option<Box<Entry>>,
        next: Vec<Entry>,
    },
}

/// The page.
pub fn queue() -> Piece {
    let player = use_deck().player();
    player.player().show_queue(true);
    on_cleanup(move || player.player().show_queue(false));
    let queue = derived(move || known(player.status()));
    let listed = move || match player.status().queue {
        Some(queue) => queue.queue.iter().filter_map(Playable::uri).collect(),
        None => Vec::new(),
    };
    let failed = derived(move || {
        let status = player.status();
        status.queue.and(status.queue_trouble)
    });
    let keep = el("div").with(keep_as_playlist(listed));
    pieces([
        page_heading("The player", "Queue").with(keep).into(),
        // What is shown below is of before.
        live(move || {
            let failed = failed.get()?;
            Some(trouble(&failed, move || player.player().read_queue()))
        }),
        live(move || match queue.get() {
            Queue::Reading => rows_waiting("Reading what comes next"),
            Queue::Failed(error) => trouble(&error, move || player.player().read_queue()).into(),
            Queue::Read { now, next } => contents(now.as_deref(), &next),
        }),
    ])
}

fn known(status: Status) -> Queue {
    match (status.queue, status.queue_trouble) {
        (Some(queue), _) => Queue::Read {
            now: queue
                .currently_playing
                .as_ref()
                .map(|item| Box::new(item.into())),
            next: queue
                .queue
                .iter()
                .map(|item: &Playable| item.into())
                .collect(),
        },
        (None, Some(error)) => Queue::Failed(error),
        (None, None) => Queue::Reading,
    }
}

fn contents(now: Option<&Entry>, next: &[Entry]) -> Piece {
    let player = use_deck().player();
    if now.is_none() && next.is_empty() {
        return el("p")
            .class("empty")
            .text("Nothing comes next. Play something, or add to the queue from any list.")
            .into();
    }
    let uris: Vec<SpotifyUri> = next.iter().filter_map(|entry| entry.uri.clone()).collect();
    let now = now.map(|entry| section("now", "Now", rows(vec![row(entry, "", None)])));
    // Where the next that can be played stands among those that can.
    let mut start = 0;
    let mut next_row = |(entry, number): (&Entry, usize)| {
        let play = entry.uri.as_ref().and_then(|_| {
            start += 1;
            player.playing_uris(&uris, start - 1)
        });
        row(entry, &number.to_string(), play)
    };
    let list = rows(next.iter().zip(1..).map(&mut next_row).collect());
    let note = el("p").class("fine").text(
        "Spotify tells about twenty. Playing from here leaves out what stands before it, and ends \
         with what is told here.",
    );
    Piece::from(now).and(if next.is_empty() {
        Piece::NONE
    } else {
        Piece::from(section("next", "Next", list)).and(note)
    })
}

fn section(id: &str, title: &str, list: El) -> El {
    let heading = el("div")
        .class("section-heading")
        .with(el("h2").attr("id", id).text(title));
    el("section")
        .attr("aria-labelledby", id)
        .with(heading)
        .with(list)
}
