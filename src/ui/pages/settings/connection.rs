use crate::{
    oauth::Scope,
    platform,
    session::{Grant, Listener},
    ui::{
        components::outside,
        dom::{El, el, live},
        state::use_deck,
    },
};

/// Who is signed in, by which app, for how long and for what.
pub fn connection() -> El {
    let deck = use_deck();
    let facts = live(move || {
        // The signal says that something changed; the grant has the details.
        deck.session_state();
        deck.session().grant().map(|grant| facts(&grant))
    });
    el("section")
        .class("panel")
        .attr("aria-labelledby", "connection")
        .with(el("h2").attr("id", "connection").text("Connection"))
        .with(facts)
}

fn facts(grant: &Grant) -> El {
    let ends = platform::long_date(grant.ends_at());
    let since = platform::long_date(grant.authorized_at);
    let name = grant.listener.as_ref().map(Listener::name);
    let permissions = grant.tokens.scopes.iter().map(|scope| {
        el("li")
            .with(el("code").text(scope.as_str()))
            .text(purpose(scope))
    });
    let good_until = el("dd").text("about ").text(&ends).with(
        el("p")
            .class("fine")
            .text("Spotify asks for your consent anew after six months."),
    );
    let dashboard = el("p")
        .class("fine")
        .text("Your app lives in ")
        .with(outside(
            "https://developer.spotify.com/dashboard",
            "Spotify’s dashboard",
        ))
        .text(".");
    let permissions = el("ul")
        .class("permissions")
        .attr("role", "list")
        .with(permissions.collect::<Vec<_>>());
    let client_id = el("code").text(grant.client_id.as_str());
    let term = |words| el("dt").text(words);
    el("dl")
        .class("facts")
        .with(term("Signed in as"))
        .with(el("dd").text(&name.unwrap_or_default()))
        .with(term("Client ID"))
        .with(el("dd").with(client_id))
        .with(term("Connected"))
        .with(el("dd").text(&since))
        .with(term("Good until"))
        .with(good_until)
        .with(term("Permissions"))
        .with(el("dd").with(permissions).with(dashboard))
}

/// What a permission is for, in this app.
const fn purpose(scope: Scope) -> &'static str {
    match scope {
        Scope::UserTopRead => "Your top tracks and artists.",
        Scope::UserReadRecentlyPlayed => "What you played last.",
        Scope::UserReadPlaybackState => "What plays, and your devices.",
        Scope::UserReadCurrentlyPlaying => "What plays, and what comes next.",
        Scope::UserModifyPlaybackState => "Playing, pausing, skipping.",
        Scope::PlaylistReadPrivate => "Your playlists, private ones too.",
        Scope::PlaylistReadCollaborative => "Playlists that several people change.",
        Scope::PlaylistModifyPublic => "Changing your public playlists.",
        Scope::PlaylistModifyPrivate => "Changing your private playlists.",
        Scope::UserLibraryRead => "What you saved.",
        Scope::UserLibraryModify => "Saving, and no longer.",
        Scope::UserFollowRead => "Whom you follow.",
        Scope::UserFollowModify => "Following, and no longer.",
        Scope::UserReadPlaybackPosition => "How far you came in episodes.",
        Scope::Streaming => "Playing in this browser.",
        Scope::UserReadEmail | Scope::UserReadPrivate => {
            "Spotify’s player in this browser wants it; nothing else here does."
        }
        Scope::UgcImageUpload => "Covers for your playlists.",
    }
}
