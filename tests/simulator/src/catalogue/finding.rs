//! From an id or a URI to what it stands for.

use crate::catalogue::ARTISTS;
use crate::catalogue::Catalogue;
use crate::catalogue::keys::AlbumKey;
use crate::catalogue::keys::Thing;
use crate::clock::Millis;

impl Catalogue {
    /// What an id stands for, if there is such a thing.
    pub fn find(&self, id: &str) -> Option<Thing> {
        self.ids.read(id).filter(|thing| self.has(*thing))
    }

    /// What a URI such as `spotify:track:…` stands for, if there is such a
    /// thing of such a kind.
    pub fn resolve(&self, uri: &str) -> Option<Thing> {
        let (kind, id) = uri.strip_prefix("spotify:")?.split_once(':')?;
        self.find(id).filter(|thing| thing.kind() == kind)
    }

    /// The URI of a thing.
    pub fn uri(&self, thing: Thing) -> String {
        format!("spotify:{}:{}", thing.kind(), self.ids.of(thing))
    }

    /// What a thing is called.
    pub fn name(&self, thing: Thing) -> String {
        match thing {
            Thing::Artist(key) => self.artist(key).name.clone(),
            Thing::Album(key) => self.album(key).title.clone(),
            Thing::Track(key) => self.track(key).title.clone(),
            Thing::Show(key) => self.show(key).name().to_owned(),
            Thing::Episode(key) => self.episode(key).title,
            Thing::Audiobook(key) => self.audiobook(key).name().to_owned(),
            Thing::Chapter(key) => self.chapter(key).title,
        }
    }

    /// How long a thing plays, if it can be played by itself.
    pub fn duration(&self, thing: Thing) -> Option<Millis> {
        match thing {
            Thing::Track(key) => Some(self.track(key).duration),
            Thing::Episode(key) => Some(self.episode(key).duration),
            Thing::Chapter(key) => Some(self.chapter(key).duration),
            Thing::Artist(_) | Thing::Album(_) | Thing::Show(_) | Thing::Audiobook(_) => None,
        }
    }

    /// Whether a thing that was read from an id exists.
    fn has(&self, thing: Thing) -> bool {
        match thing {
            Thing::Artist(key) => key.0 < ARTISTS,
            Thing::Album(key) => self.has_album(key),
            Thing::Track(key) => {
                let number = usize::from(key.number);
                self.has_album(key.album) && number < self.album(key.album).tracks.len()
            }
            Thing::Show(key) => self.shows().any(|known| known == key),
            Thing::Episode(key) => {
                let number = usize::from(key.number);
                self.has(Thing::Show(key.show))
                    && number < self.show(key.show).total_episodes()
                    && !self.is_hidden(key)
            }
            Thing::Audiobook(key) => self.audiobooks().any(|known| known == key),
            Thing::Chapter(key) => {
                let number = usize::from(key.number);
                self.has(Thing::Audiobook(key.audiobook))
                    && number < self.audiobook(key.audiobook).total_chapters()
            }
        }
    }

    fn has_album(&self, key: AlbumKey) -> bool {
        let known = self.known_shelf(key.artist);
        known.is_some_and(|known| usize::from(key.number) < known.albums.len())
    }
}
