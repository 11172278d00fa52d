use std::rc::Rc;

use leptos::{mount::mount_to, task::spawn_local};

use super::{
    app::app,
    dom::{Piece, mount_into},
    framed::framed,
    parts,
    state::{Deck, Landing, SignInProblem},
};
use crate::{
    oauth::{AuthorizationResponse, RedirectUri, ValidatedCallback},
    platform::{self, Address},
    player::Player,
    player_window::PlayerLink,
    route::Route,
    session::{Arrival, Session, SessionState},
    spotify::{Client, TokenSource},
    workshop::Witness,
};

/// Starts the app in this page.
pub fn mount() {
    platform::show_when_panicking();
    let address = arrive();
    let Some(stage) = platform::clear_stage() else {
        return;
    };
    let own_stage = stage.clone();
    // Leptos owns what is made here, for the life of the page.
    let owner = mount_to(stage, move || {
        mount_into(&own_stage, contents(&address));
    });
    owner.forget();
}

fn contents(address: &Address) -> Piece {
    match platform::reached_by() {
        // Where another page could reach in, nothing is read and nothing is
        // asked.
        Some(reach) => framed(reach).into(),
        // Spotify's script runs there: no session, no storage, no answers of
        // the consent page (security 41).
        None if platform::is_player_window() => parts::player_window(),
        None => app(open_deck(address)),
    }
}

/// Takes what Spotify sent along out of the address, before anything else
/// happens and wherever the page stands (security 11, 12).
fn arrive() -> Address {
    let address = platform::address();
    if AuthorizationResponse::is_in(&address.query, &address.fragment) {
        platform::clean_address();
    }
    address
}

/// Opens the session and judges how the listener came.
fn open_deck(address: &Address) -> Deck {
    let mut ports = platform::ports();
    // What the workshop watches is what the session and the client really do.
    let witness = Rc::new(Witness::of(ports.transport, Rc::clone(&ports.clock)));
    ports.transport = Rc::clone(&witness) as Rc<_>;
    let session = Session::open(ports.clone());
    let channels = Rc::new(platform::BrowserChannels);
    let link = PlayerLink::open(Rc::clone(&session), ports.clone(), channels);
    let tokens: Rc<dyn TokenSource> = Rc::new(Rc::clone(&session));
    let client = Client::new(
        ports.transport,
        tokens,
        Rc::clone(&ports.clock),
        ports.random,
        ports.tab_store,
    );
    let player = Player::new(client.clone(), ports.clock, ports.tasks, ports.device_store);
    let redirect_uri = RedirectUri::of_app(&platform::app_origin(), &platform::base_path());
    let arrival = session.receive(&address.query, &address.fragment);
    let deck = Deck::new(session, client, player, link, redirect_uri, witness);
    follow_session(deck);
    land(deck, arrival);
    deck
}

fn follow_session(deck: Deck) {
    deck.session().observe(move || deck.session_changed());
    platform::on_attention(move || {
        let session = deck.session();
        spawn_local(async move { session.renew_if_due().await });
        deck.this_browser.look();
        deck.appearance.look(deck.session().device());
    });
    // A page that was kept aside has an old view of this tab's storage, and
    // gets the new one only in its own time: it starts anew, and shows nothing
    // of what it was (security 50).
    platform::on_restored(move || {
        deck.land(Landing::Finishing);
        platform::restart();
    });
}

fn land(deck: Deck, arrival: Arrival) {
    let state = deck.session().state();
    let is_signed_in = state.listener().is_some();
    if !deck.session().can_keep_secrets() {
        return deck.land(Landing::Failed(SignInProblem::NoStorage));
    }
    let arrival = match arrival {
        // Nothing but the workshop does anything with it.
        Arrival::Practice(judged) => {
            deck.place.replace(&Route::workshop());
            deck.put_practice(judged);
            Arrival::Ordinary
        }
        other => other,
    };
    match arrival {
        // What was granted before, proven or not, no longer matters.
        Arrival::Answered(callback) => finish(deck, callback),
        // A stray answer, as after Back to the consent page, changes nothing
        // for someone who is signed in.
        Arrival::Failed(failed) if is_signed_in => {
            deck.session().take_meant();
            deck.place.replace(&failed.return_to);
            deck.land(Landing::Unchanged(failed.failure));
        }
        Arrival::Failed(failed) => {
            deck.session().take_meant();
            deck.place.replace(&failed.return_to);
            deck.land(Landing::Failed(SignInProblem::Callback(failed.failure)));
        }
        Arrival::Unfinished | Arrival::Ordinary if state == SessionState::Unproven => deck.prove(),
        Arrival::Unfinished if !is_signed_in => deck.land(Landing::Unfinished),
        Arrival::Ordinary if deck.session().may_borrow() => deck.borrow(),
        Arrival::Unfinished | Arrival::Ordinary | Arrival::Practice(_) => {}
    }
}

fn finish(deck: Deck, callback: ValidatedCallback) {
    deck.place.replace(&callback.return_to());
    deck.land(Landing::Finishing);
    spawn_local(async move {
        let (session, client) = (deck.session(), deck.client());
        let finished = session.finish(callback, &client).await;
        if finished.is_ok() {
            deck.keep_granted(session.take_meant());
        }
        deck.let_in(finished).await;
    });
}
