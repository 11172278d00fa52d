//! What people paste: links to Spotify's pages, and its URIs.

use super::SpotifyUri;
use crate::route::Route;

/// What a pasted text leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pasted {
    /// A page of ours.
    Page(Route),
    /// A short link. Only Spotify knows where it leads, and does not tell page
    /// code.
    Short,
    /// Something at Spotify that has no page here, or a link that is not whole.
    NoPage,
    /// Somebody else's page, even if it looks like Spotify's.
    Foreign,
}

/// Where Spotify's own pages are.
const HOSTS: [&str; 2] = ["open.spotify.com", "play.spotify.com"];

/// Where its short links begin.
const SHORTENERS: [&str; 4] = [
    "spotify.link",
    "spoti.fi",
    "spotify.app.link",
    "link.tospotify.com",
];

/// What stands around a link in a sentence or a message.
const WRAPPING: [char; 18] = [
    '<', '>', '(', ')', '[', ']', '"', '\'', '“', '”', '‘', '’', '«', '»', ',', ';', '!', '.',
];

impl Pasted {
    /// Reads a text in which a link or a URI may stand; `None` for what is no
    /// more than words. A link of somebody else's among words is one of them.
    pub fn read(text: &str) -> Option<Self> {
        let mut pieces = text.split_whitespace();
        let only = pieces.next().filter(|_| pieces.next().is_none());
        let found: Vec<Self> = text
            .split_whitespace()
            .filter_map(|piece| Self::of_piece(piece.trim_matches(WRAPPING)))
            .collect();
        let page = found.iter().find(|found| matches!(found, Self::Page(_)));
        let ours = found.iter().find(|found| **found != Self::Foreign);
        page.or(ours)
            .or_else(|| found.first().filter(|_| only.is_some()))
            .cloned()
    }

    fn of_piece(piece: &str) -> Option<Self> {
        if let Some(rest) = without_case(piece, "spotify:") {
            // A single word after it may well be meant as a word.
            return rest.contains(':').then(|| of_uri(rest));
        }
        match piece.split_once(':') {
            Some((scheme, rest)) if is_of_the_web(scheme) => {
                let link = rest.strip_prefix("//");
                Some(link.map_or(Self::Foreign, of_link))
            }
            Some((scheme, _)) if !scheme.contains('/') => None,
            // As some browsers show it, and people type it.
            _ => Some(of_link(piece)).filter(|link| *link != Self::Foreign),
        }
    }
}

fn is_of_the_web(scheme: &str) -> bool {
    ["https", "http"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
}

/// What follows `beginning`, in capitals or not.
fn without_case<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(beginning.len())?;
    start.eq_ignore_ascii_case(beginning).then_some(rest)
}

/// What a link leads to, from its host on. A host is what it is from the first
/// letter to the last: whatever else stands there, such as a name before an
/// `@`, makes it somebody else's.
fn of_link(link: &str) -> Pasted {
    let end = link.find(['/', '?', '#']).unwrap_or(link.len());
    let (host, path) = link.split_at(end);
    let host = host.to_ascii_lowercase();
    if SHORTENERS.contains(&host.as_str()) {
        return Pasted::Short;
    }
    if !HOSTS.contains(&host.as_str()) {
        return Pasted::Foreign;
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let is_decoration = |part: &&str| part.starts_with("intl-") || part.starts_with("embed");
    while parts.first().is_some_and(is_decoration) {
        parts.remove(0);
    }
    of_parts(&parts)
}

fn of_uri(rest: &str) -> Pasted {
    let parts: Vec<&str> = rest.split(':').collect();
    of_parts(&parts)
}

/// What `kind/id` names. A playlist may have its owner before it, as all of
/// them once had.
fn of_parts(parts: &[&str]) -> Pasted {
    let (kind, id) = match parts {
        ["user", _, "playlist", id] => ("playlist", *id),
        [kind, id] => (*kind, *id),
        _ => return Pasted::NoPage,
    };
    SpotifyUri::try_from(format!("spotify:{kind}:{id}"))
        .ok()
        .and_then(|uri| uri.page())
        .map_or(Pasted::NoPage, Pasted::Page)
}

impl SpotifyUri {
    /// The page that shows it, if one does.
    pub fn page(&self) -> Option<Route> {
        match self.clone() {
            Self::Track(id) => Some(Route::Track(id)),
            Self::Album(id) => Some(Route::Album(id)),
            Self::Artist(id) => Some(Route::artist(id)),
            Self::Playlist(id) => Some(Route::Playlist(id)),
            Self::Show(id) => Some(Route::Show(id)),
            Self::Episode(id) => Some(Route::Episode(id)),
            Self::Audiobook(id) => Some(Route::Audiobook(id)),
            Self::User(_) | Self::Local(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "4iV5W9uYEdYUVa79Axb7Rh";

    fn page(address: &str) -> Option<Pasted> {
        Route::parse(&format!("{address}{ID}")).map(Pasted::Page)
    }

    #[test]
    fn links_and_uris_lead_to_their_pages() {
        for (text, address) in [
            ("spotify:track:{}", "/track/"),
            ("  Spotify:album:{}\n", "/album/"),
            ("spotify:user:ada:playlist:{}", "/playlist/"),
            ("https://open.spotify.com/track/{}", "/track/"),
            ("http://open.spotify.com/artist/{}/", "/artist/"),
            ("HTTPS://Open.Spotify.com/episode/{}?t=3", "/episode/"),
            ("open.spotify.com/show/{}", "/show/"),
            (
                "https://open.spotify.com/intl-de/track/{}?si=abc&nd=1#x",
                "/track/",
            ),
            ("https://open.spotify.com/embed/audiobook/{}", "/audiobook/"),
            (
                "https://open.spotify.com/embed-podcast/episode/{}",
                "/episode/",
            ),
            ("https://open.spotify.com/intl-pt/embed/album/{}", "/album/"),
            (
                "https://open.spotify.com/user/ada%20b/playlist/{}",
                "/playlist/",
            ),
            ("https://play.spotify.com/album/{}", "/album/"),
            (
                "Listen to this: https://open.spotify.com/track/{}?si=1 – so good!",
                "/track/",
            ),
            ("(<https://open.spotify.com/playlist/{}>).", "/playlist/"),
            ("https://spoti.fi/x or spotify:track:{}", "/track/"),
        ] {
            let pasted = Pasted::read(&text.replace("{}", ID));
            assert!(pasted.is_some(), "{text}");
            assert_eq!(pasted, page(address), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_followed_is_told_apart() {
        let whole = |text: &str| Pasted::read(&text.replace("{}", ID));
        for text in [
            "https://spotify.link/AbCdEf",
            "https://spoti.fi/3xYz",
            "spoti.fi/3xYz",
            "look: https://spotify.link/AbCdEf",
        ] {
            assert_eq!(whole(text), Some(Pasted::Short), "{text}");
        }
        for text in [
            "https://open.spotify.com/",
            "https://open.spotify.com/genre/rock",
            "https://open.spotify.com/track/short",
            "https://open.spotify.com/track/{}x",
            "https://open.spotify.com/track/{}/lyrics",
            "https://open.spotify.com/user/ada",
            "https://open.spotify.com/collection/tracks",
            "spotify:track:{}-",
            "spotify:user:ada",
            "spotify:user:ada:collection",
            "spotify:local:Band:Tape:Demo:180",
            "spotify:track:../../{}",
        ] {
            assert_eq!(whole(text), Some(Pasted::NoPage), "{text}");
        }
    }

    #[test]
    fn look_alikes_are_refused() {
        for text in [
            "https://open.spotify.com.evil.example/track/{}",
            "https://open.spotify.com@evil.example/track/{}",
            "https://evil.example@open.spotify.com/track/{}",
            "https://open.spotify.com:8443/track/{}",
            "https://open.spotify.com\\@evil.example/track/{}",
            "https://evil.example/open.spotify.com/track/{}",
            "https://open-spotify.com/track/{}",
            "https://open.spotify.com%2eevil.example/track/{}",
            "https://оpen.spotify.com/track/{}",
            "https://xopen.spotify.com/track/{}",
            "https://evil.example/?u=https://open.spotify.com/track/{}",
            "http:///open.spotify.com/track/{}",
            "https://spotify.link.evil.example/x",
        ] {
            let text = text.replace("{}", ID);
            assert_eq!(Pasted::read(&text), Some(Pasted::Foreign), "{text}");
        }
    }

    #[test]
    fn words_are_words() {
        for text in [
            "",
            "  ",
            "salt lines",
            "artist:\"Marit Okonkwo\" year:1999",
            "spotify: the book",
            "spotify:",
            "the http:// song",
            "see https://evil.example/ there",
            "https: a history",
            "open.spotify.com:8443/track/4iV5W9uYEdYUVa79Axb7Rh",
            "spotify:link",
            "javascript:alert(1)",
            "ftp://open.spotify.com/track/4iV5W9uYEdYUVa79Axb7Rh",
            "//open.spotify.com/track/4iV5W9uYEdYUVa79Axb7Rh",
        ] {
            assert_eq!(Pasted::read(text), None, "{text}");
        }
    }
}
