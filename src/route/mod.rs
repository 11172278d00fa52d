//! The addresses of the app. Every link, every step of the history and every
//! "return to" goes through [`Route`], so that no text from outside can ever
//! lead off this site (security 22, 23).

mod query;
mod search;
mod top;
mod workshop;

#[cfg(test)]
mod tests;

pub use search::{ResultKind, Search};
pub use top::{TopRange, TopView};
pub use workshop::WorkshopPart;

use query::{value_of, with};

use crate::id::{AlbumId, ArtistId, AudiobookId, EpisodeId, PlaylistId, ShowId, TrackId};

/// Which of an artist's releases are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Releases {
    /// Whole albums.
    #[default]
    Albums,
    /// Singles and EPs.
    Singles,
    /// Compilations.
    Compilations,
    /// What others released with the artist on it.
    AppearsOn,
}

impl Releases {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 4] = [
        Self::Albums,
        Self::Singles,
        Self::Compilations,
        Self::AppearsOn,
    ];

    /// The value of `show` in the address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Albums => "albums",
            Self::Singles => "singles",
            Self::Compilations => "compilations",
            Self::AppearsOn => "appears-on",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A page of the app.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// The base address, which is also the redirect URI.
    #[default]
    Home,
    /// A search, and which of its results are shown.
    Search(Search),
    /// The listener's top tracks and artists.
    Top {
        /// How far back.
        range: TopRange,
        /// Which part.
        view: TopView,
    },
    /// The listener's playlists.
    Playlists,
    /// An artist and their releases of a kind.
    Artist(ArtistId, Releases),
    /// An album.
    Album(AlbumId),
    /// A track.
    Track(TrackId),
    /// A show.
    Show(ShowId),
    /// An episode of a show, or a chapter of an audiobook.
    Episode(EpisodeId),
    /// An audiobook.
    Audiobook(AudiobookId),
    /// A playlist.
    Playlist(PlaylistId),
    /// What plays, large.
    NowPlaying,
    /// What comes next.
    Queue,
    /// How signing in works, and what a token can do.
    Workshop(WorkshopPart),
    /// The session, and what is kept on this device.
    Settings,
    /// What this is, what it does with data, and its terms; for everyone.
    About,
}

/// Longer addresses than this are not ours.
const LONGEST_ADDRESS: usize = 2048;

impl Route {
    /// The top page as it first opens.
    pub const fn top() -> Self {
        Self::Top {
            range: TopRange::FourWeeks,
            view: TopView::Overview,
        }
    }

    /// The search page as it first opens.
    pub fn search() -> Self {
        Self::Search(Search::default())
    }

    /// The workshop as it first opens.
    pub const fn workshop() -> Self {
        Self::Workshop(WorkshopPart::Steps)
    }

    /// An artist, with the albums.
    pub fn artist(id: ArtistId) -> Self {
        Self::Artist(id, Releases::default())
    }

    /// The page without what is chosen on it.
    #[must_use]
    pub fn page(&self) -> Self {
        match self {
            Self::Search(_) => Self::search(),
            Self::Top { .. } => Self::top(),
            Self::Artist(id, _) => Self::artist(id.clone()),
            Self::Workshop(_) => Self::workshop(),
            other => other.clone(),
        }
    }

    /// Whether both are the same page, whatever is chosen on it.
    pub fn is_same_page(&self, other: &Self) -> bool {
        self.page() == other.page()
    }

    /// The address within the app: a path from its base, with its query.
    /// Defaults are left out, so each page has one address.
    pub fn address(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Search(search) => search.address(),
            Self::Top { range, view } => top::address(*range, *view),
            Self::Playlists => "/playlists".to_owned(),
            Self::Artist(id, shown) => {
                let shown = (*shown != Releases::default()).then(|| shown.as_str());
                with(format!("/artist/{}", id.as_str()), "show", shown)
            }
            Self::Album(id) => format!("/album/{}", id.as_str()),
            Self::Track(id) => format!("/track/{}", id.as_str()),
            Self::Show(id) => format!("/show/{}", id.as_str()),
            Self::Episode(id) => format!("/episode/{}", id.as_str()),
            Self::Audiobook(id) => format!("/audiobook/{}", id.as_str()),
            Self::Playlist(id) => format!("/playlist/{}", id.as_str()),
            Self::NowPlaying => "/now-playing".to_owned(),
            Self::Queue => "/queue".to_owned(),
            Self::Workshop(part) => workshop::address(*part).to_owned(),
            Self::Settings => "/settings".to_owned(),
            Self::About => "/about".to_owned(),
        }
    }

    /// Reads an address within the app. Anything but a page of ours, in the
    /// form [`Route::address`] writes, is `None`: other origins, other schemes,
    /// back slashes, control characters, encodings, overlong text.
    pub fn parse(address: &str) -> Option<Self> {
        if address.len() > LONGEST_ADDRESS {
            return None;
        }
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        match path {
            "/" | "/index.html" => Some(Self::Home),
            "/search" => Some(Self::Search(Search::parse(query))),
            "/top" => Some(top::parse(query)),
            "/playlists" => Some(Self::Playlists),
            "/now-playing" => Some(Self::NowPlaying),
            "/queue" => Some(Self::Queue),
            "/settings" => Some(Self::Settings),
            "/about" => Some(Self::About),
            _ => {
                workshop::parse(path).or_else(|| Self::parse_thing(path.strip_prefix('/')?, query))
            }
        }
    }

    fn parse_thing(path: &str, query: &str) -> Option<Self> {
        let (kind, id) = path.split_once('/')?;
        let id = id.to_owned();
        match kind {
            "artist" => {
                let shown = value_of(query, "show").and_then(Releases::parse);
                let id = id.try_into().ok()?;
                Some(Self::Artist(id, shown.unwrap_or_default()))
            }
            "album" => id.try_into().ok().map(Self::Album),
            "track" => id.try_into().ok().map(Self::Track),
            "show" => id.try_into().ok().map(Self::Show),
            "episode" => id.try_into().ok().map(Self::Episode),
            "audiobook" => id.try_into().ok().map(Self::Audiobook),
            "playlist" => id.try_into().ok().map(Self::Playlist),
            _ => None,
        }
    }

    /// Reads where to return to after signing in; home if it is not a page of
    /// ours.
    pub fn parse_or_home(address: &str) -> Self {
        Self::parse(address).unwrap_or_default()
    }
}
