use super::{Hint, client_id_field, labelled, text_field};
use crate::{
    oauth::{ClientId, ScopeSet},
    platform,
    ui::{
        dom::{El, Var, el},
        state::{Deck, use_deck},
    },
    workshop::{
        code::Language,
        ways::{RedirectFault, USUAL_REDIRECT_URI, check_redirect_uri, fresh_state},
    },
};

/// What the requests are composed of.
#[derive(Clone, Copy)]
pub struct YourApp {
    deck: Deck,
    client_id: Var<String>,
    redirect_uri: Var<String>,
    state: Var<String>,
    /// The language of all code on the page.
    pub language: Var<Language>,
}

impl YourApp {
    /// As far as this device knows it.
    pub fn new() -> Self {
        let deck = use_deck();
        let client_id = deck.client_id();
        let state = fresh_state(&*platform::random());
        Self {
            deck,
            client_id: Var::new(client_id.map_or_else(String::new, |id| id.as_str().to_owned())),
            redirect_uri: Var::new(USUAL_REDIRECT_URI.to_owned()),
            state: Var::new(state.unwrap_or_default()),
            language: Var::new(Language::Curl),
        }
    }

    /// The client ID, once it is one; reactive.
    pub fn client_id(self) -> Option<ClientId> {
        ClientId::parse(&self.client_id.get()).ok()
    }

    /// The redirect URI, unless Spotify would refuse it; reactive.
    pub fn redirect_uri(self) -> Option<String> {
        let text = self.redirect_uri.get().trim().to_owned();
        check_redirect_uri(&text).is_ok().then_some(text)
    }

    /// The `state` of this visit.
    pub fn state(self) -> String {
        self.state.get_untracked()
    }

    /// What would be asked for: what is granted to this session, or else what
    /// this app asks for at first.
    pub fn scopes(self) -> ScopeSet {
        let grant = self.deck.session().grant();
        grant.map_or_else(ScopeSet::at_sign_in, |grant| grant.tokens.scopes)
    }
}

/// The fields for what the requests below are composed of.
pub fn your_app(app: YourApp) -> El {
    let client_id = client_id_field(
        "own-client-id",
        app.client_id,
        "The requests below are made for it. It is not a secret.",
    );
    let redirect_uri = labelled(
        "own-redirect-uri",
        "Redirect URI of your server",
        &text_field("own-redirect-uri", app.redirect_uri),
        move || about_redirect_uri(app.redirect_uri.get().trim()),
    );
    el("section")
        .class("workshop-part")
        .attr("aria-labelledby", "your-app")
        .with(el("h2").attr("id", "your-app").text("Your app"))
        .with(
            el("div")
                .class("field-pair")
                .with(client_id)
                .with(redirect_uri),
        )
}

fn about_redirect_uri(text: &str) -> Hint {
    match check_redirect_uri(text) {
        Ok(()) => Hint::help(
            "Register exactly this in Spotify’s dashboard, at 127.0.0.1 with the port or without.",
        ),
        Err(RedirectFault::NotAnAddress) => Hint::wrong("An address that begins with https://"),
        Err(RedirectFault::Localhost) => {
            Hint::wrong("Spotify refuses the name localhost: write 127.0.0.1")
        }
        Err(RedirectFault::PlainHttp) => {
            Hint::wrong("Spotify takes http:// only at 127.0.0.1 and [::1]: elsewhere https://")
        }
        Err(RedirectFault::Fragment) => Hint::wrong("Without a # and what follows it"),
    }
}
