//! The entries of a playlist, made when somebody first asks for them.

use std::sync::OnceLock;

use crate::catalogue::AlbumKey;
use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::playlists::entry::Content;
use crate::playlists::entry::Entry;
use crate::playlists::recipe::Recipe;

/// The entries of a playlist.
#[derive(Debug)]
pub struct Contents {
    recipe: Recipe,
    made: OnceLock<Vec<Entry>>,
}

impl Contents {
    /// Entries that follow from a recipe.
    pub fn of(recipe: Recipe) -> Self {
        Self {
            recipe,
            made: OnceLock::new(),
        }
    }

    /// No entries.
    pub fn empty() -> Self {
        Self::of(Recipe::default())
    }

    /// How many there are; asking makes none.
    pub fn total(&self) -> usize {
        self.made.get().map_or(self.recipe.length, Vec::len)
    }

    /// All entries, in order.
    pub fn entries(&self, catalogue: &Catalogue) -> &[Entry] {
        self.made.get_or_init(|| self.recipe.make(catalogue))
    }

    /// The albums of the first tracks, up to four; asking makes no entries.
    pub fn first_albums(&self, catalogue: &Catalogue) -> Vec<AlbumKey> {
        let Some(entries) = self.made.get() else {
            let openers = self.recipe.openers(catalogue).into_iter();
            return openers.map(|track| track.album).collect();
        };
        let mut albums = Vec::with_capacity(4);
        for entry in entries {
            match entry.content {
                Content::Thing(Thing::Track(track)) if !albums.contains(&track.album) => {
                    albums.push(track.album);
                }
                _ => {}
            }
            if albums.len() == 4 {
                break;
            }
        }
        albums
    }

    /// Changes the entries.
    pub fn change<R>(
        &mut self,
        catalogue: &Catalogue,
        edit: impl FnOnce(&mut Vec<Entry>) -> R,
    ) -> R {
        let made = self.made.take();
        let mut entries = made.unwrap_or_else(|| self.recipe.make(catalogue));
        let outcome = edit(&mut entries);
        self.made = OnceLock::from(entries);
        outcome
    }
}
