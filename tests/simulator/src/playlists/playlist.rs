//! A playlist.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::Digest;
use sha2::Sha256;

use crate::catalogue::AlbumKey;
use crate::catalogue::Catalogue;
use crate::clock::Millis;
use crate::playlists::contents::Contents;
use crate::playlists::entry::Entry;

/// How many entries a playlist holds at most (contract 6.2).
pub const MOST_ENTRIES: usize = 10_000;

/// A playlist.
#[derive(Debug)]
pub struct Playlist {
    /// 22 base62 characters.
    pub id: String,
    /// The user's id.
    pub owner: String,
    pub name: String,
    /// As HTML, which is how it is given out (contract 6.2).
    pub description: Option<String>,
    /// Whether the owner's profile shows it; none is not applicable.
    pub public: Option<bool>,
    pub collaborative: bool,
    /// Who may change it besides the owner.
    pub collaborators: Vec<String>,
    pub cover: Cover,
    /// A new playlist cannot be read at once (contract 6.2).
    pub readable_from: Millis,
    pub contents: Contents,
    /// How often it was changed, from 1; see [`Playlist::edited`].
    pub edits: u32,
}

/// What a playlist shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cover {
    /// The covers of what is in it; null when that is nothing.
    OfContents,
    /// Null although there is something in it.
    Null,
    /// An empty list.
    Bare,
    /// A JPEG of the owner's.
    Uploaded(Vec<u8>),
}

/// The picture a playlist shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CoverArt {
    /// `null`.
    Null,
    /// None.
    Bare,
    /// One album's cover.
    Album(AlbumKey),
    /// Four covers in a square.
    Mosaic([AlbumKey; 4]),
    /// A JPEG, by the number of the edit that brought it.
    Uploaded(u32),
}

impl Playlist {
    /// A playlist with nothing special about it.
    pub fn new(id: String, owner: &str, name: &str, contents: Contents) -> Self {
        Self {
            id,
            owner: owner.to_owned(),
            name: name.to_owned(),
            description: Some(String::new()),
            public: Some(true),
            collaborative: false,
            collaborators: Vec::new(),
            cover: Cover::OfContents,
            readable_from: Millis(0),
            contents,
            edits: 1,
        }
    }

    /// Whether a user owns it or was asked to collaborate.
    pub fn may_be_changed_by(&self, user: &str) -> bool {
        self.owner == user || self.collaborators.iter().any(|other| other == user)
    }

    /// The version it is at. It changes with every edit and says nothing.
    pub fn snapshot(&self) -> String {
        self.snapshot_after(self.edits)
    }

    /// Whether it is, or once was, at a version.
    pub fn has_been_at(&self, snapshot: &str) -> bool {
        let bytes = BASE64_STANDARD.decode(snapshot).unwrap_or_default();
        let Some(edits) = bytes.first_chunk().map(|four| u32::from_be_bytes(*four)) else {
            return false;
        };
        (1..=self.edits).contains(&edits) && self.snapshot_after(edits) == snapshot
    }

    /// Counts an edit and gives the new version.
    pub fn edited(&mut self) -> String {
        self.edits += 1;
        self.snapshot()
    }

    /// Changes the entries, and counts that as an edit unless it fails.
    pub fn edit<E>(
        &mut self,
        catalogue: &Catalogue,
        edit: impl FnOnce(&mut Vec<Entry>) -> Result<(), E>,
    ) -> Result<String, E> {
        self.contents.change(catalogue, edit)?;
        Ok(self.edited())
    }

    /// What it shows.
    pub fn cover_art(&self, catalogue: &Catalogue) -> CoverArt {
        match self.cover {
            Cover::Null => CoverArt::Null,
            Cover::Bare => CoverArt::Bare,
            Cover::Uploaded(_) => CoverArt::Uploaded(self.edits),
            Cover::OfContents => art_of(&self.contents.first_albums(catalogue)),
        }
    }

    fn snapshot_after(&self, edits: u32) -> String {
        let digest = Sha256::new()
            .chain_update(&self.id)
            .chain_update(edits.to_be_bytes())
            .finalize();
        let mut bytes = edits.to_be_bytes().to_vec();
        bytes.extend_from_slice(&digest[..20]);
        BASE64_STANDARD.encode(bytes)
    }
}

/// Four albums make a mosaic; of fewer only the first is shown.
fn art_of(albums: &[AlbumKey]) -> CoverArt {
    match albums {
        [] => CoverArt::Null,
        [a, b, c, d, ..] => CoverArt::Mosaic([*a, *b, *c, *d]),
        [first, ..] => CoverArt::Album(*first),
    }
}
