use crate::{
    ports::Millis,
    route::Route,
    spotify::{
        SpotifyUri,
        model::{
            Episode, Image, Playable, Restriction, ResumePoint, SimplifiedAlbum, SimplifiedArtist,
            SimplifiedEpisode, SimplifiedShow, SimplifiedTrack, Track,
        },
    },
};

/// A name that leads somewhere, unless it belongs to a local file.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Its page.
    pub page: Option<Route>,
}

/// Why something cannot be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is a file on a listener's own device.
    Local,
    /// Spotify says no.
    Restricted(Restriction),
    /// Spotify says no without saying why.
    Unavailable,
}

/// Something that can be played, as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What names it.
    pub uri: Option<SpotifyUri>,
    /// What it is called, and its page.
    pub title: Named,
    /// Whose it is.
    pub by: Vec<Named>,
    /// The album it is from.
    pub from: Option<Named>,
    /// Pictures of it.
    pub images: Vec<Image>,
    /// How long it is.
    pub length: Millis,
    /// Whether it is marked explicit.
    pub is_explicit: bool,
    /// Why it cannot be played, if it cannot.
    pub obstacle: Option<Obstacle>,
    /// Its page at Spotify.
    pub open_spotify: Option<String>,
    /// How far the listener came in it.
    pub resume_point: Option<ResumePoint>,
}

impl Named {
    /// An artist.
    pub fn artist(artist: &SimplifiedArtist) -> Self {
        Self {
            name: artist.name.clone(),
            page: artist.id.clone().map(Route::artist),
        }
    }

    /// An album.
    pub fn album(album: &SimplifiedAlbum) -> Self {
        Self {
            name: album.name.clone(),
            page: album.id.clone().map(Route::Album),
        }
    }

    /// A show.
    pub fn show(show: &SimplifiedShow) -> Self {
        Self {
            name: show.name.clone(),
            page: Some(Route::Show(show.id.clone())),
        }
    }
}

impl Obstacle {
    fn of(
        is_local: bool,
        is_playable: Option<bool>,
        restriction: Option<Restriction>,
    ) -> Option<Self> {
        match (is_local, restriction, is_playable) {
            (true, ..) => Some(Self::Local),
            (false, Some(restriction), _) => Some(Self::Restricted(restriction)),
            (false, None, Some(false)) => Some(Self::Unavailable),
            (false, None, _) => None,
        }
    }

    /// In a word or two.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Local => "Local file",
            Self::Restricted(Restriction::Market) => "Not in your country",
            Self::Restricted(Restriction::Product) => "Not in your subscription",
            Self::Restricted(Restriction::Explicit) => "Left out by your settings",
            Self::Restricted(Restriction::Other) | Self::Unavailable => "Not to be played",
        }
    }

    /// In a few words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Local => "A file on one of your devices: only that device plays it.",
            Self::Restricted(Restriction::Market) => "Not available in your country.",
            Self::Restricted(Restriction::Product) => "Not part of your subscription.",
            Self::Restricted(Restriction::Explicit) => {
                "Explicit, and your Spotify settings leave that out."
            }
            Self::Restricted(Restriction::Other) | Self::Unavailable => {
                "Spotify cannot play this just now."
            }
        }
    }
}

impl From<&Track> for Entry {
    fn from(track: &Track) -> Self {
        Self {
            uri: track.uri.clone(),
            title: Named {
                name: track.name.clone(),
                page: track.id.clone().map(Route::Track),
            },
            by: track.artists.iter().map(Named::artist).collect(),
            from: Some(Named::album(&track.album)),
            images: track.album.images.clone(),
            length: track.duration,
            is_explicit: track.explicit,
            obstacle: Obstacle::of(track.is_local, track.is_playable, track.restriction),
            open_spotify: track.external_urls.open_spotify().map(str::to_owned),
            resume_point: None,
        }
    }
}

impl From<&Episode> for Entry {
    fn from(episode: &Episode) -> Self {
        Self {
            uri: Some(episode.uri()),
            title: Named {
                name: episode.name.clone(),
                page: Some(Route::Episode(episode.id.clone())),
            },
            by: episode.show.iter().map(Named::show).collect(),
            from: None,
            images: episode.images.clone(),
            length: episode.duration,
            is_explicit: episode.explicit,
            obstacle: Obstacle::of(false, episode.is_playable, episode.restriction),
            open_spotify: episode.external_urls.open_spotify().map(str::to_owned),
            resume_point: episode.resume_point,
        }
    }
}

impl From<&Playable> for Entry {
    fn from(playable: &Playable) -> Self {
        match playable {
            Playable::Track(track) => track.into(),
            Playable::Episode(episode) => episode.into(),
        }
    }
}

impl Entry {
    /// A track on its own album's page: the album need not be said again.
    pub fn on_album(track: &SimplifiedTrack, album: &SimplifiedAlbum) -> Self {
        Self {
            from: None,
            ..Self::from(&track.on(album))
        }
    }

    /// An episode where its show is not known, or need not be said.
    pub fn of_episode(episode: &SimplifiedEpisode) -> Self {
        Self {
            uri: Some(SpotifyUri::Episode(episode.id.clone())),
            title: Named {
                name: episode.name.clone(),
                page: Some(Route::Episode(episode.id.clone())),
            },
            by: Vec::new(),
            from: None,
            images: episode.images.clone(),
            length: episode.duration,
            is_explicit: episode.explicit,
            obstacle: Obstacle::of(false, episode.is_playable, episode.restriction),
            open_spotify: episode.external_urls.open_spotify().map(str::to_owned),
            resume_point: episode.resume_point,
        }
    }
}
