use super::panel;
use crate::{
    platform,
    session::{Forget, Grant, Kept, Listener},
    ui::{
        components::{button, copy_field, outside},
        dom::{El, Piece, el, live},
        state::use_deck,
    },
};

const A_DAY: u64 = 24 * 60 * 60 * 1000;

/// Who is signed in, by which app, and for how long.
pub fn connection() -> El {
    let deck = use_deck();
    let facts = live(move || {
        // The signal says that something changed; the grant has the details.
        deck.session_state();
        deck.session().grant().map(|grant| facts(&grant))
    });
    panel("connection", "Connection").with(facts)
}

fn facts(grant: &Grant) -> El {
    let name = grant.listener.as_ref().map(Listener::name);
    let term = |words| el("dt").text(words);
    el("dl")
        .class("facts")
        .with(term("Signed in as"))
        .with(
            el("dd")
                .text(&name.unwrap_or_default())
                .with(borrowed(grant)),
        )
        .with(term("Client ID"))
        .with(el("dd").with(client_id(grant)))
        .with(term("Connected"))
        .with(el("dd").text(&platform::long_date(grant.authorized_at)))
        .with(term("Good until"))
        .with(good_until(grant))
}

/// In a tab that lives on the session of another.
fn borrowed(grant: &Grant) -> Piece {
    if !grant.is_borrowed {
        return Piece::NONE;
    }
    let deck = use_deck();
    let words = el("p").class("fine").text(
        "This tab lives on the session of the tab it was opened from, for as long as that is open.",
    );
    Piece::from(words).and(button("Use another account in this tab", move || {
        deck.use_another_account();
    }))
}

fn client_id(grant: &Grant) -> Piece {
    let deck = use_deck();
    let change = move || {
        deck.session().delete(Kept::ClientId);
        deck.sign_out(Forget::Session);
    };
    let about = el("p")
        .class("fine")
        .text("Your app lives in ")
        .with(outside(
            "https://developer.spotify.com/dashboard",
            "Spotify’s dashboard",
        ))
        .text(". Using another one signs you out here and forgets this one.");
    copy_field(grant.client_id.as_str().to_owned(), "Copy the client ID")
        .and(about)
        .and(button("Use another client ID", change))
}

fn good_until(grant: &Grant) -> El {
    let ends_at = grant.ends_at();
    let days = (ends_at - platform::now()).0 / A_DAY;
    let left = match days {
        0 => "less than a day left".to_owned(),
        1 => "1 day left".to_owned(),
        days => format!("{days} days left"),
    };
    let words = format!(
        "{left}. Spotify asks for your consent anew after six months; you will be told two weeks \
         before, and it takes one click."
    );
    el("dd")
        .text("about ")
        .text(&platform::long_date(ends_at))
        .with(el("p").class("fine").text(&words))
}
