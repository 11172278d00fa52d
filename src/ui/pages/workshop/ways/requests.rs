use super::{YourApp, code_tabs, copy_button, slip, written_once};
use crate::{
    route::{Route, WorkshopPart},
    ui::{
        components::link,
        dom::{El, Piece, el, live},
        state::use_deck,
    },
    workshop::{code::Recipe, ways::authorization_url_with_secret},
};

fn part(id: &'static str, title: &str, contents: impl Into<Piece>) -> El {
    el("section")
        .class("workshop-part")
        .attr("aria-labelledby", id)
        .with(el("h2").attr("id", id).text(title))
        .with(contents)
}

fn step(title: &str, words: &str) -> Piece {
    Piece::from(el("h3").text(title)).and(el("p").class("soft").text(words))
}

fn code(app: YourApp, what: &'static str, recipe: impl Fn() -> Option<Recipe> + 'static) -> Piece {
    code_tabs(what, app.language, recipe)
}

/// What this app itself does.
pub fn without_secret(app: YourApp) -> El {
    let redirect_uri = use_deck().redirect_uri();
    let steps = el("p")
        .class("soft")
        .text("This is how you sign in here. ")
        .with(link(Route::Workshop(WorkshopPart::Steps)).text("Go through it step by step"))
        .text(", with a verifier of your own; what follows are its two token requests.");
    let exchange = step(
        "Exchange the code",
        "Once, within minutes. The verifier proves that whoever exchanges the code is whoever \
         asked for it.",
    );
    let refresh = step(
        "Renew the access token",
        "A refresh token that comes with the answer replaces the old one; without one, the old \
         one stays good.",
    );
    let contents = Piece::from(steps)
        .and(exchange)
        .and(code(app, "Exchange the code with PKCE", move || {
            Some(Recipe::exchange(&app.client_id()?, redirect_uri.as_str()))
        }))
        .and(refresh)
        .and(code(app, "Renew the access token with PKCE", move || {
            Some(Recipe::refresh(&app.client_id()?))
        }));
    part("way-pkce", "Authorization code with PKCE", contents)
}

/// The same for a server.
pub fn with_secret(app: YourApp) -> El {
    let url = move || {
        let (client_id, redirect_uri) = (app.client_id()?, app.redirect_uri()?);
        let scopes = app.scopes();
        let state = app.state();
        Some(authorization_url_with_secret(
            &client_id,
            &redirect_uri,
            scopes,
            &state,
        ))
    };
    let send = step(
        "Send the listener to Spotify",
        "By a link or a redirect. Your server makes a new state for each attempt, remembers it, \
         and refuses an answer with another one.",
    );
    let copied = copy_button("the authorization address", url);
    let head = Piece::from(el("span").text("Authorization address")).and(copied);
    let address = slip(head, live(move || written_once(url())));
    let exchange = step(
        "Exchange the code",
        "On the server: the secret takes the place of the verifier. A verifier besides does no \
         harm, and is recommended (RFC 9700 §2.1.1).",
    );
    let refresh = step(
        "Renew the access token",
        "On the server too, with the same secret.",
    );
    let contents = send
        .and(address)
        .and(exchange)
        .and(code(app, "Exchange the code with the secret", move || {
            let (client_id, redirect_uri) = (app.client_id()?, app.redirect_uri()?);
            Some(Recipe::exchange_with_secret(&client_id, &redirect_uri))
        }))
        .and(refresh)
        .and(code(
            app,
            "Renew the access token with the secret",
            move || Some(Recipe::refresh_with_secret(&app.client_id()?)),
        ));
    part("way-secret", "Authorization code with a secret", contents)
}

/// For an app without listeners.
pub fn app_alone(app: YourApp) -> El {
    let ask = step(
        "Ask for a token",
        "One request, no listener, no redirect. The answer holds an access token for an hour.",
    );
    let then = el("p")
        .class("soft")
        .text("To see what such a token can do, paste it into the ")
        .with(link(Route::Workshop(WorkshopPart::Token)).text("token inspector"))
        .text(": the token, never the secret.");
    let contents = ask
        .and(code(app, "Ask for a token of the app alone", move || {
            Some(Recipe::client_credentials(&app.client_id()?))
        }))
        .and(then);
    part("way-alone", "Client credentials", contents)
}
