use crate::{
    config, platform,
    ui::{
        components::outside,
        dom::{El, Piece, el},
    },
};

const PRIVACY: [&str; 5] = [
    "Cratedigger is a page that runs in your browser. It has no server of its own, no account, no \
     cookies, no analytics and no advertising. What you do here is seen by nobody but you and \
     Spotify.",
    "It talks to Spotify alone, as you, with the permissions you granted. Each permission, and what it \
     is for is listed in Settings. Covers and pictures are loaded from Spotify’s \
     servers, which see your browser’s address as those of any site do.",
    "The tokens of a session are kept in the tab and are gone when it is closed or you sign out. What \
     Spotify answers is held in memory only while the tab is open. On this device stay the client \
     ID, your choices in Settings, the ids of pinned playlists, recent searches and the name of the \
     device that played last: Settings shows each with its size, and deletes it.",
    "The files of this page come from whoever hosts it, and their server may note the visit, as for \
     any page. Nothing that Spotify says about you is sent there, or anywhere else, and nothing is \
     used to train a model or to make a profile.",
    "To disconnect, sign out in Settings, and remove the app under Manage apps in your Spotify \
     account: then Spotify honours none of its tokens any more, and there is nothing left elsewhere \
     to delete.",
];

const TERMS: [&str; 5] = [
    "You use Cratedigger with your own Spotify account and your own app in Spotify’s dashboard, under \
     Spotify’s terms for both. It is for people, not for businesses, and not meant for children.",
    "Do not change, take apart, decompile or reverse-engineer Spotify’s platform, service or content \
     by means of it, nor copy, record or redistribute what you hear.",
    "Cratedigger comes as it is, without any warranty. Spotify makes no warranty or representation \
     for it of any kind, express or implied, including those of merchantability, fitness for a \
     purpose and non-infringement.",
    "Responsible for Cratedigger is whoever offers it to you, and not Spotify or any other third \
     party: as far as the law allows, all liability of theirs for what comes of using it is excluded.",
    "Spotify is a third-party beneficiary of these terms and may enforce them itself.",
];

/// The text, in two parts.
pub fn terms() -> El {
    let manage = el("p").with(outside(
        "https://www.spotify.com/account/apps/",
        "Manage apps",
    ));
    el("div")
        .class("settings-column terms")
        .with(part("Privacy", &PRIVACY).with(manage))
        .with(part("Terms", &TERMS).with(contact()))
}

fn part(title: &str, paragraphs: &[&str]) -> El {
    let paragraphs = paragraphs.iter().map(|words| el("p").text(words));
    el("section")
        .class("panel")
        .with(el("h2").text(title))
        .with(paragraphs.collect::<Vec<_>>())
}

fn contact() -> Piece {
    let words = match config::CONTACT {
        Some(contact) => format!("Questions and complaints: {contact}"),
        None => format!(
            "Questions and complaints go to whoever runs this page: {}",
            platform::app_origin()
        ),
    };
    el("p").text(&words).into()
}
