//! The way in: the client ID, the button, and everything that has to be right
//! at Spotify before it can work.

mod address_notice;
mod client_id_field;
mod form;
mod guide;
mod hero;
mod unfinished;

use address_notice::AddressNotice;
use form::ConnectForm;
use guide::Guide;
use hero::Hero;
use leptos::prelude::*;
use unfinished::Unfinished;

use crate::{
    config,
    session::SessionState,
    ui::{
        shell::Footer,
        state::{Landing, use_deck},
    },
};

/// The Connect page; shown at any address while nobody is signed in.
#[component]
pub fn Connect() -> impl IntoView {
    let deck = use_deck();
    document().set_title("Connect to Spotify · Cratedigger");
    let has_ended = move || matches!(deck.session_state(), SessionState::Expired(_));
    let is_back = move || deck.landing() == Landing::Unfinished;
    view! {
        <div class="connect">
            <Hero />
            <main class="connect-panel">
                <h2>
                    {move || if has_ended() { "Connect again" } else { "Connect to Spotify" }}
                </h2>
                <Show when=has_ended>
                    <p class="notice" role="status">
                        "The connection has ended: Spotify asks for your consent anew every six months, or it
                        was withdrawn. You will come back to the same page."
                    </p>
                </Show>
                <Show when=|| config::SIMULATED>
                    <p class="notice">
                        "This build talks to the simulated Spotify on this machine. No account is needed."
                    </p>
                </Show>
                <AddressNotice />
                <Show when=is_back>
                    <Unfinished is_open=true />
                </Show>
                <ConnectForm />
                <Guide is_back />
                <Show when=move || !is_back()>
                    <Unfinished is_open=false />
                </Show>
                <Footer />
            </main>
        </div>
    }
}
