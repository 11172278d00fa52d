use leptos::task::spawn_local;

use crate::{
    platform,
    player::{Command, Deed, Player},
    ports::Millis,
    spotify::endpoints::PlayableUri,
    ui::state::Deck,
};

/// How often to look whether it is done.
const LOOK: Millis = Millis(150);

/// How often to look at most: after that the player tells by itself.
const LOOKS: u32 = 100;

/// Lets it come next, and says so once Spotify has taken it. What becomes of it
/// otherwise, the player shows.
pub fn enqueue(deck: Deck, uri: PlayableUri) {
    let player = deck.player.player();
    player.tell(Command::Enqueue(uri));
    spawn_local(async move {
        if is_taken(&player).await {
            deck.notices.say("Added to queue");
        }
    });
}

async fn is_taken(player: &Player) -> bool {
    for _ in 0..LOOKS {
        platform::sleep(LOOK).await;
        let status = player.status();
        let is_refused = status
            .trouble
            .is_some_and(|trouble| trouble.deed == Deed::Enqueue);
        if is_refused || status.needs_device.is_some() {
            return false;
        }
        if !status.is_busy {
            return true;
        }
    }
    false
}
