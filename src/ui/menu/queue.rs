use std::cell::Cell;

use crate::{
    player::Command,
    spotify::endpoints::PlayableUri,
    ui::{
        dom::{derived, follow},
        state::{Deck, use_deck},
    },
};

/// Lets it come next. What becomes of it the player shows.
pub fn enqueue(deck: Deck, uri: PlayableUri) {
    deck.player().tell(Command::Enqueue(uri));
}

/// Says so each time Spotify has taken something into the queue.
pub fn say_what_is_enqueued() {
    let deck = use_deck();
    let enqueued = derived(move || deck.player().status().enqueued);
    let said = Cell::new(enqueued.get_untracked());
    follow(move || {
        let enqueued = enqueued.get();
        if said.replace(enqueued) != enqueued {
            deck.notices.say("Added to queue");
        }
    });
}
