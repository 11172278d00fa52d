use std::{borrow::Cow, fmt};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{
    AlbumId, ArtistId, AudiobookId, EpisodeId, InvalidId, PlaylistId, ShowId, TrackId, UserId,
};

/// The kinds of things that have a URI (contract 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A track.
    Track,
    /// An album.
    Album,
    /// An artist.
    Artist,
    /// A playlist.
    Playlist,
    /// A show.
    Show,
    /// An episode, or a chapter.
    Episode,
    /// An audiobook.
    Audiobook,
    /// A listener.
    User,
    /// A file on a listener's own device.
    Local,
}

impl ItemKind {
    /// The word in URIs and in `type`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Track => "track",
            Self::Album => "album",
            Self::Artist => "artist",
            Self::Playlist => "playlist",
            Self::Show => "show",
            Self::Episode => "episode",
            Self::Audiobook => "audiobook",
            Self::User => "user",
            Self::Local => "local",
        }
    }
}

/// Names one thing at Spotify (contract 3.1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpotifyUri {
    /// A track.
    Track(TrackId),
    /// An album.
    Album(AlbumId),
    /// An artist.
    Artist(ArtistId),
    /// A playlist.
    Playlist(PlaylistId),
    /// A show.
    Show(ShowId),
    /// An episode, or a chapter.
    Episode(EpisodeId),
    /// An audiobook.
    Audiobook(AudiobookId),
    /// A listener.
    User(UserId),
    /// A file on a listener's own device: what follows `spotify:local:`. It
    /// cannot be looked up, and cannot be added to anything (contract 6.2).
    Local(String),
}

impl SpotifyUri {
    /// What it names.
    pub const fn kind(&self) -> ItemKind {
        match self {
            Self::Track(_) => ItemKind::Track,
            Self::Album(_) => ItemKind::Album,
            Self::Artist(_) => ItemKind::Artist,
            Self::Playlist(_) => ItemKind::Playlist,
            Self::Show(_) => ItemKind::Show,
            Self::Episode(_) => ItemKind::Episode,
            Self::Audiobook(_) => ItemKind::Audiobook,
            Self::User(_) => ItemKind::User,
            Self::Local(_) => ItemKind::Local,
        }
    }

    /// Its page at Spotify, for what could not be read and so did not say: as
    /// `ExternalUrls` would. Ids have nothing in them that means something in an
    /// address; whoever is no such thing has no page.
    pub fn open_spotify(&self) -> Option<String> {
        let kind = self.kind();
        (!matches!(kind, ItemKind::Local | ItemKind::User))
            .then(|| format!("https://open.spotify.com/{}/{}", kind.as_str(), self.id()))
    }

    /// What follows the kind.
    pub fn id(&self) -> &str {
        match self {
            Self::Track(id) => id.as_str(),
            Self::Album(id) => id.as_str(),
            Self::Artist(id) => id.as_str(),
            Self::Playlist(id) => id.as_str(),
            Self::Show(id) => id.as_str(),
            Self::Episode(id) => id.as_str(),
            Self::Audiobook(id) => id.as_str(),
            Self::User(id) => id.as_str(),
            Self::Local(rest) => rest,
        }
    }
}

impl TryFrom<String> for SpotifyUri {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        let rest = text.strip_prefix("spotify:").ok_or(InvalidId)?;
        let (kind, id) = rest.split_once(':').ok_or(InvalidId)?;
        let id = id.to_owned();
        match kind {
            "track" => id.try_into().map(Self::Track),
            "album" => id.try_into().map(Self::Album),
            "artist" => id.try_into().map(Self::Artist),
            "playlist" => id.try_into().map(Self::Playlist),
            "show" => id.try_into().map(Self::Show),
            "episode" => id.try_into().map(Self::Episode),
            "audiobook" => id.try_into().map(Self::Audiobook),
            "user" => decoded(&id)?.try_into().map(Self::User),
            "local" => Ok(Self::Local(id)),
            _ => Err(InvalidId),
        }
    }
}

impl fmt::Display for SpotifyUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind().as_str();
        match self {
            Self::User(id) => {
                let id = utf8_percent_encode(id.as_str(), RESERVED);
                write!(f, "spotify:{kind}:{id}")
            }
            _ => write!(f, "spotify:{kind}:{}", self.id()),
        }
    }
}

/// Everything but what RFC 3986 leaves unreserved: the names of listeners are
/// free text, and stand so in their URIs.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

fn decoded(text: &str) -> Result<String, InvalidId> {
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.map(Cow::into_owned).map_err(|_| InvalidId)
}

// What has an id of its own kind has a URI.
macro_rules! uri_of {
    ($($kind:ident($id:ident)),*) => {
        $(impl From<$id> for SpotifyUri {
            fn from(id: $id) -> Self {
                Self::$kind(id)
            }
        })*
    };
}

uri_of!(
    Track(TrackId),
    Album(AlbumId),
    Artist(ArtistId),
    Playlist(PlaylistId),
    Show(ShowId),
    Episode(EpisodeId),
    Audiobook(AudiobookId),
    User(UserId)
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_is_read_and_written_in_the_same_form() {
        let id = "4iV5W9uYEdYUVa79Axb7Rh";
        let catalogue = ["track", "album", "artist", "playlist", "show", "episode"];
        let mut uris: Vec<_> = catalogue
            .iter()
            .map(|kind| format!("spotify:{kind}:{id}"))
            .collect();
        uris.push("spotify:user:solveig%20%26%20viggo".to_owned());
        uris.push("spotify:local:Band:Tape:Demo:180".to_owned());
        for text in uris {
            let uri = SpotifyUri::try_from(text.clone()).map(|uri| uri.to_string());
            assert_eq!(uri, Ok(text));
        }
        let user = SpotifyUri::try_from("spotify:user:solveig%20%26%20viggo".to_owned());
        assert_eq!(user.as_ref().map(SpotifyUri::id), Ok("solveig & viggo"));
        for bad in [
            "",
            "track",
            "spotify:track:short",
            "spotify:new:x",
            "x:track:y",
        ] {
            assert_eq!(
                SpotifyUri::try_from(bad.to_owned()),
                Err(InvalidId),
                "{bad}"
            );
        }
    }
}
