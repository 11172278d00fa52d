//! Which of Spotify's hosts answers, and how links to the hosts are written.

use http::Uri;

/// A host of Spotify's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Sign-in and tokens.
    Accounts,
    /// The Web API.
    Api,
    /// Cover art and portraits.
    Covers,
    /// The Web Playback SDK.
    Sdk,
}

impl Host {
    /// The name by which the log calls this host.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accounts => "accounts.spotify.com",
            Self::Api => "api.spotify.com",
            Self::Covers => "i.scdn.co",
            Self::Sdk => "sdk.scdn.co",
        }
    }

    fn named(name: &str) -> Option<Self> {
        match name {
            "accounts.spotify.com" => Some(Self::Accounts),
            "api.spotify.com" => Some(Self::Api),
            "sdk.scdn.co" => Some(Self::Sdk),
            _ if name.ends_with(".scdn.co") || name.ends_with(".spotifycdn.com") => {
                Some(Self::Covers)
            }
            _ => None,
        }
    }

    /// On a single origin the path alone tells; the hosts' paths do not clash.
    fn serving(path: &str) -> Self {
        match path.split('/').nth(1) {
            Some("v1") => Self::Api,
            Some("image") => Self::Covers,
            Some("spotify-player.js") => Self::Sdk,
            _ => Self::Accounts,
        }
    }
}

/// How self-links (`href`, `next`, image URLs) are written: with Spotify's own
/// host names, or with the one loopback origin that serves everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Links {
    /// Spotify's host names.
    Spotify,
    /// One origin, such as `http://127.0.0.1:4000`.
    SingleOrigin(String),
}

impl Links {
    /// The URL of a path of the Web API, which begins `/v1/`.
    pub fn api(&self, path: &str) -> String {
        self.on(Host::Api, path)
    }

    /// The URL of a path of the accounts host.
    pub fn accounts(&self, path: &str) -> String {
        self.on(Host::Accounts, path)
    }

    /// The URL of an image by its id.
    pub fn image(&self, id: &str) -> String {
        self.image_on(Host::Covers.name(), id)
    }

    /// The URL of an image on a sibling of the image host (contract 6.3).
    pub fn image_on(&self, host: &str, id: &str) -> String {
        match self {
            Self::Spotify => format!("https://{host}/image/{id}"),
            Self::SingleOrigin(origin) => format!("{origin}/image/{id}"),
        }
    }

    fn on(&self, host: Host, path: &str) -> String {
        match self {
            Self::Spotify => format!("https://{}{path}", host.name()),
            Self::SingleOrigin(origin) => format!("{origin}{path}"),
        }
    }
}

/// The host that answers a URI and the way links are then written; none when
/// the name is neither Spotify's nor loopback.
pub fn resolve(uri: &Uri, host_header: Option<&str>) -> Option<(Host, Links)> {
    let authority = uri
        .authority()
        .map(http::uri::Authority::as_str)
        .or(host_header)?;
    let name = name_of(authority).to_ascii_lowercase();
    if let Some(host) = Host::named(&name) {
        return Some((host, Links::Spotify));
    }
    if !matches!(name.as_str(), "127.0.0.1" | "[::1]" | "localhost") {
        return None;
    }
    let scheme = uri.scheme_str().unwrap_or("http");
    let links = Links::SingleOrigin(format!("{scheme}://{authority}"));
    Some((Host::serving(uri.path()), links))
}

fn name_of(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => authority,
    }
}
