//! The pages a listener sees at the simulated accounts host.

use http::StatusCode;
use http::header;
use maud::DOCTYPE;
use maud::Markup;
use maud::PreEscaped;
use maud::html;

use crate::accounts::authorize::AuthorizationRequest;
use crate::accounts::authorize::Refusal;
use crate::apps::App;
use crate::listeners::Listener;
use crate::listeners::Subscription;
use crate::reply;
use crate::reply::Reply;
use crate::world::World;

const STYLE: &str = include_str!("page.css");
// A page without an icon makes browsers ask for /favicon.ico.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 \
     16'%3E%3Ccircle cx='8' cy='8' r='6' fill='none' stroke='%23667' stroke-width='3' \
     stroke-dasharray='3 2'/%3E%3C/svg%3E";
// No form-action: it would stop the redirect back to the app as well.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
     base-uri 'none'; frame-ancestors 'none'";

/// Asks whether an account agrees; the form goes to `action`.
pub fn consent(request: &AuthorizationRequest, world: &World, action: &str) -> Reply {
    let (app, name) = (&request.app, &request.app.name);
    let content = html! {
        h1 { "Let " span { (name) } " use an account?" }
        form method="post" action=(action) {
            (account_choice(world, |listener| note_on(listener, app)))
            section aria-labelledby="asks" {
                h2 #asks { (name) " asks to:" }
                ul {
                    li { "See your name and profile picture" }
                    @for words in request.scopes.in_words() { li { (words) } }
                }
            }
            p.target { "Either way you go back to " code { (request.redirect_uri) } }
            div.decision {
                button.agree type="submit" name="decision" value="agree" { "Agree" }
                button type="submit" name="decision" value="cancel" { "Cancel" }
            }
        }
    };
    page(
        StatusCode::OK,
        &format!("Let {name} use an account?"),
        &content,
    )
}

/// Asks which account to sign in; the form goes to `action`.
pub fn login(world: &World, action: &str) -> Reply {
    let content = html! {
        h1 { "Who is there?" }
        form method="post" action=(action) {
            (account_choice(world, |listener| kind_of(listener).to_owned()))
            div.decision { button.agree type="submit" { "Sign in" } }
        }
    };
    page(StatusCode::OK, "Sign in", &content)
}

/// Tells why a sign-in ends here (contract 1.2).
pub fn refusal(refusal: Refusal) -> Reply {
    let content = html! {
        h1 { (refusal) }
        p { "Sign-in ends here; the app is not told." }
    };
    page(StatusCode::BAD_REQUEST, &refusal.to_string(), &content)
}

/// Tells that nothing is at an address.
pub fn not_found() -> Reply {
    let content = html! {
        h1 { "Nothing here" }
        p { "The simulated Spotify has no page at this address." }
    };
    page(StatusCode::NOT_FOUND, "Nothing here", &content)
}

fn account_choice(world: &World, note: impl Fn(&Listener) -> String) -> Markup {
    html! {
        fieldset {
            legend { "Demo account" }
            @for listener in &world.listeners {
                label.account {
                    input type="radio" name="account" value=(listener.id)
                        checked[listener.id == world.signed_in];
                    span {
                        strong { (listener.shown_as()) }
                        " "
                        small { (note(listener)) }
                    }
                }
            }
        }
    }
}

fn kind_of(listener: &Listener) -> &'static str {
    match listener.subscription {
        Subscription::Premium => "Premium",
        Subscription::Free => "free",
    }
}

/// What is special about an account, which Spotify itself would not tell here.
fn note_on(listener: &Listener, app: &App) -> String {
    let mut notes = vec![kind_of(listener)];
    if listener.display_name.is_none() {
        notes.push("no display name");
    }
    if !app.admits(&listener.id) {
        notes.push("not on the app’s list");
    }
    notes.join(", ")
}

fn page(status: StatusCode, title: &str, content: &Markup) -> Reply {
    let markup = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Simulated Spotify" }
                link rel="icon" href=(ICON);
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { p { strong { "Simulated Spotify" } " for trying things out. No real account is involved." } }
                main { (content) }
            }
        }
    };
    let mut reply = reply::html(status, markup.into_string());
    reply::set(&mut reply, header::CONTENT_SECURITY_POLICY, POLICY);
    reply::set(&mut reply, header::X_FRAME_OPTIONS, "DENY");
    reply::set(&mut reply, header::REFERRER_POLICY, "no-referrer");
    reply::set(&mut reply, header::CACHE_CONTROL, "no-store");
    reply
}
