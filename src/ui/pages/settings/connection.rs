use leptos::prelude::*;

use crate::{
    oauth::Scope,
    platform,
    session::{Grant, Listener},
    ui::{components::Outside, state::use_deck},
};

/// Who is signed in, by which app, for how long and for what.
#[component]
pub fn Connection() -> impl IntoView {
    let deck = use_deck();
    let facts = move || {
        // The signal says that something changed; the grant has the details.
        deck.session_state();
        deck.session().grant().map(facts)
    };
    view! {
        <section class="panel" aria-labelledby="connection">
            <h2 id="connection">"Connection"</h2>
            {facts}
        </section>
    }
}

fn facts(grant: Grant) -> impl IntoView {
    let ends = platform::long_date(grant.ends_at());
    let since = platform::long_date(grant.authorized_at);
    let name = grant.listener.as_ref().map(Listener::name);
    let permissions: Vec<_> = grant
        .tokens
        .scopes
        .iter()
        .map(|scope| {
            view! {
                <li>
                    <code>{scope.as_str()}</code>
                    {purpose(scope)}
                </li>
            }
        })
        .collect();
    view! {
        <dl class="facts">
            <dt>"Signed in as"</dt>
            <dd>{name}</dd>
            <dt>"Client ID"</dt>
            <dd>
                <code>{grant.client_id.as_str().to_owned()}</code>
            </dd>
            <dt>"Connected"</dt>
            <dd>{since}</dd>
            <dt>"Good until"</dt>
            <dd>
                {format!("about {ends}")}
                <p class="fine">"Spotify asks for your consent anew after six months."</p>
            </dd>
            <dt>"Permissions"</dt>
            <dd>
                <ul class="permissions" role="list">
                    {permissions}
                </ul>
                <p class="fine">
                    "Your app lives in "
                    <Outside href="https://developer.spotify.com/dashboard">"Spotify’s dashboard"</Outside>
                    "."
                </p>
            </dd>
        </dl>
    }
}

/// What a permission is for, in this app.
const fn purpose(scope: Scope) -> &'static str {
    match scope {
        Scope::UserTopRead => "Your top tracks and artists.",
        _ => "Granted, but nothing here uses it yet.",
    }
}
