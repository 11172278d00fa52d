//! What an artist is heard on.

use std::collections::HashMap;

use crate::catalogue::Catalogue;
use crate::catalogue::keys::AlbumKey;
use crate::catalogue::keys::ArtistKey;
use crate::catalogue::keys::TrackKey;
use crate::catalogue::shelf::AlbumKind;

/// The records of others that artists are guests on.
pub type Guests = HashMap<ArtistKey, Vec<AlbumKey>>;

/// How an artist and a record belong together, in the order of Spotify's
/// lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Album,
    Single,
    AppearsOn,
    Compilation,
}

impl Group {
    pub const ALL: [Self; 4] = [
        Self::Album,
        Self::Single,
        Self::AppearsOn,
        Self::Compilation,
    ];

    /// The value of `album_group`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Album => "album",
            Self::Single => "single",
            Self::AppearsOn => "appears_on",
            Self::Compilation => "compilation",
        }
    }

    /// The group that goes by a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }
}

impl Catalogue {
    /// The records of some groups: group by group, the newest first.
    pub fn discography(&self, artist: ArtistKey, groups: &[Group]) -> Vec<(Group, AlbumKey)> {
        let wanted = Group::ALL
            .into_iter()
            .filter(|group| groups.contains(group));
        let of_group = |group| {
            let mut albums = self.group_of(artist, group);
            albums.sort_by(|one, other| self.release_of(*other).cmp(self.release_of(*one)));
            albums.into_iter().map(move |album| (group, album))
        };
        wanted.flat_map(of_group).collect()
    }

    /// What an artist is best known for, most popular first.
    pub fn top_tracks_of(&self, artist: ArtistKey) -> Vec<TrackKey> {
        let mut tracks = self.tracks_of(artist);
        tracks.sort_by_key(|key| std::cmp::Reverse(self.track(*key).popularity));
        tracks.truncate(10);
        tracks
    }

    /// The records that came out last, newest first, as of a date.
    pub fn newest_albums(&self, today: &str, count: usize) -> Vec<AlbumKey> {
        let all = self.artists().flat_map(|artist| self.albums_of(artist));
        let mut albums: Vec<AlbumKey> = all
            .filter(|key| {
                let released = &self.album(*key).released;
                released.precision == "day" && released.date.as_str() <= today
            })
            .collect();
        albums.sort_by(|one, other| self.release_of(*other).cmp(self.release_of(*one)));
        albums.truncate(count);
        albums
    }

    fn release_of(&self, album: AlbumKey) -> &str {
        &self.album(album).released.date
    }

    fn group_of(&self, artist: ArtistKey, group: Group) -> Vec<AlbumKey> {
        let kind = match group {
            Group::Album => AlbumKind::Album,
            Group::Single => AlbumKind::Single,
            Group::Compilation => AlbumKind::Compilation,
            Group::AppearsOn => return self.guests().get(&artist).cloned().unwrap_or_default(),
        };
        let mut albums = self.albums_of(artist);
        albums.retain(|key| self.album(*key).kind == kind);
        albums
    }

    fn guests(&self) -> &Guests {
        self.guests.get_or_init(|| {
            let mut guests = Guests::new();
            for album in self.artists().flat_map(|artist| self.albums_of(artist)) {
                let invited = self.album(album).tracks.iter();
                for guest in invited.flat_map(|track| &track.guests) {
                    let albums = guests.entry(*guest).or_default();
                    if albums.last() != Some(&album) {
                        albums.push(album);
                    }
                }
            }
            guests
        })
    }
}
