//! What holders and faults are in words.

use super::bench::Looked;
use crate::{
    platform,
    ports::Millis,
    spotify::{Error, Fault, ItemKind, Parameter, Refusal, Values},
    ui::words::Explanation,
    workshop::Holder,
};

/// How long something took.
pub fn span(took: Millis) -> String {
    let millis = u32::try_from(took.0).unwrap_or(u32::MAX);
    format!("{} ms", platform::number(millis))
}

/// How large a text is.
pub fn size(bytes: usize) -> String {
    match u32::try_from(bytes).unwrap_or(u32::MAX) {
        bytes if bytes < 1024 => format!("{bytes} bytes"),
        bytes => format!("{} kB", platform::number(bytes.div_ceil(1024))),
    }
}

/// What an answer that is no success means. Where the app would do something
/// about its own, nothing was done here.
pub fn meaning(error: &Error) -> (&'static str, String) {
    let (title, body) = match error {
        Error::Unauthorized => (
            "The token is not accepted.",
            "It has ended or was withdrawn, or there is no listener behind it where one is \
             needed. With its own token the app would renew it now, and ask once more.",
        ),
        Error::Forbidden(Refusal::InsufficientScope) => (
            "A permission is missing.",
            "The token was given without what this endpoint needs.",
        ),
        Error::Rejected(_) => (
            "Spotify did not understand the request.",
            "The body says what is wrong with it.",
        ),
        Error::ServerTrouble(_) => (
            "Trouble at Spotify.",
            "The app would ask again by itself, after a moment.",
        ),
        _ => {
            let explanation = Explanation::of_call(error);
            return (explanation.title, explanation.body);
        }
    };
    (title, body.to_owned())
}

/// Whether a token is valid, and how that is known.
pub fn validity(looked: &Looked) -> (String, String) {
    let (short, long) = match looked {
        Looked::NotYet => ("Not asked yet", String::new()),
        Looked::Asking => ("Asking Spotify…", String::new()),
        Looked::Failed(error) => {
            let explanation = Explanation::of_call(error);
            (explanation.title, explanation.body)
        }
        Looked::Seen {
            holder,
            status,
            took,
        } => {
            let (short, meaning) = of_holder(holder);
            let took = span(*took);
            let asked = format!("GET /me was answered with {status} in {took}. {meaning}");
            (short, asked)
        }
    };
    (short.to_owned(), long)
}

const fn of_holder(holder: &Holder) -> (&'static str, &'static str) {
    match holder {
        Holder::Listener(_) => ("Valid", ""),
        Holder::NoListener => (
            "Valid, with no listener behind it",
            "It is an app’s own, from its client credentials: it reads what is open to all, and \
             nothing that belongs to somebody.",
        ),
        Holder::NotAdmitted => (
            "Valid, and refused",
            "Spotify knows the token, but the account is not on the app’s list of users, or the \
             app’s owner has no Premium: every call is refused so.",
        ),
        Holder::NotAccepted => (
            "Not valid",
            "Spotify does not say whether it has expired, was withdrawn, or never was one.",
        ),
        Holder::Unclear => ("Not to be told", "The answer says nothing about the token."),
    }
}

/// Whom a token speaks for.
pub fn holder(looked: &Looked) -> String {
    match looked {
        Looked::Seen { holder, .. } => match holder {
            Holder::Listener(listener) => match (listener.name(), listener.id.as_str()) {
                (name, id) if name == id => name,
                (name, id) => format!("{name} ({id})"),
            },
            Holder::NoListener => "Nobody: an app alone".to_owned(),
            Holder::NotAdmitted => "Somebody whom the app does not admit".to_owned(),
            Holder::NotAccepted | Holder::Unclear => "Not known".to_owned(),
        },
        _ => "Not known yet".to_owned(),
    }
}

/// What can be filled in for a parameter.
pub fn help(parameter: &Parameter) -> String {
    match parameter.values {
        Values::Id(kind) => format!("The id of {}, or a Spotify link to it.", a_thing(kind)),
        Values::Uri => "Such as spotify:track:…".to_owned(),
        Values::Uris { most } => {
            format!("URIs such as spotify:track:…, at most {most}, with spaces or commas between.")
        }
        Values::Number { least, most } => {
            let most = platform::number(most);
            format!("A whole number from {least} to {most}.")
        }
        Values::Moment => "Milliseconds since the beginning of 1970, UTC.".to_owned(),
        Values::Market => "A country in two letters, such as DK.".to_owned(),
        Values::SomeOf(_) => "One or more.".to_owned(),
        Values::Text if parameter.name == "fields" => {
            "Parts of the answer, such as total,next. All of it if left out.".to_owned()
        }
        _ => String::new(),
    }
}

/// What is wrong with what was filled in.
pub fn fault(fault: Fault) -> String {
    match fault {
        Fault::Missing => "This one is required.".to_owned(),
        Fault::NotAnId(kind) => format!("Not the id of {}, nor a link to it.", a_thing(kind)),
        Fault::NotAUri => "Not Spotify URIs, such as spotify:track:…".to_owned(),
        Fault::TooMany { most } => format!("One call takes at most {most}."),
        Fault::NotInRange { least, most } => {
            let most = platform::number(most);
            format!("It has to be a whole number from {least} to {most}.")
        }
        Fault::NotAMoment => "It has to be a number of milliseconds.".to_owned(),
        Fault::NotACountry => "A country has two letters, such as DK.".to_owned(),
        Fault::NotOneOf | Fault::NotForForms => "Not one of those it may be.".to_owned(),
    }
}

const fn a_thing(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Track => "a track",
        ItemKind::Album => "an album",
        ItemKind::Artist => "an artist",
        ItemKind::Playlist => "a playlist",
        ItemKind::Show => "a show",
        ItemKind::Episode => "an episode or a chapter",
        ItemKind::Audiobook => "an audiobook",
        ItemKind::User => "a listener",
        ItemKind::Local => "a local file",
    }
}
