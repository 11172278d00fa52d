//! What a context holds, in its order (contract 4.5).

use std::cmp::Reverse;
use std::sync::Arc;

use crate::api::refusal::Refusal;
use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::listeners::Listener;
use crate::player::Item;
use crate::playlists::Content;
use crate::playlists::Playlist;
use crate::world::World;

/// How many of an artist's tracks play.
const TRACKS_OF_AN_ARTIST: usize = 50;

/// What a context holds.
#[derive(Debug)]
pub struct Source {
    pub uri: Arc<str>,
    /// Each item with its position, for some positions have nothing to play.
    items: Vec<(usize, Item)>,
    /// The kind as an error calls it.
    kind: &'static str,
    takes_offset: bool,
}

impl Source {
    /// Reads a context's URI and looks up what it holds.
    pub fn find(world: &World, listener: &Listener, uri: &str) -> Result<Self, Refusal> {
        let parts: Vec<&str> = uri.split(':').collect();
        match parts.as_slice() {
            ["spotify", "playlist", id] => {
                let visible = |list: &&Playlist| {
                    list.public != Some(false) || list.may_be_changed_by(&listener.id)
                };
                let playlist = world.playlists.find(id).filter(visible);
                let playlist = playlist.ok_or(Refusal::NotFound)?;
                let entries = playlist.contents.entries(&world.catalogue).iter();
                let contents = entries.map(|entry| entry.content.clone());
                Ok(Self::of(contents, ("playlist", true), uri, world, listener))
            }
            ["spotify", "album" | "artist" | "show" | "audiobook", _] => {
                let thing = world.catalogue.resolve(uri).ok_or(Refusal::NotFound)?;
                let contents = things_in(thing, &world.catalogue).into_iter();
                let kind = (thing.kind(), matches!(thing, Thing::Album(_)));
                Ok(Self::of(
                    contents.map(Content::Thing),
                    kind,
                    uri,
                    world,
                    listener,
                ))
            }
            _ => Err(Refusal::BadRequest("Invalid context uri")),
        }
    }

    /// All items, in order.
    pub fn items(&self) -> Vec<Item> {
        self.items.iter().map(|(_, item)| *item).collect()
    }

    /// Refuses an offset where there can be none.
    pub fn takes_offset(&self) -> Result<(), Refusal> {
        if self.takes_offset {
            return Ok(());
        }
        Err(Refusal::BadRequest(match self.kind {
            "artist" => "Can't have offset for context type: ARTIST",
            "show" => "Can't have offset for context type: SHOW",
            _ => "Can't have offset for this context type",
        }))
    }

    /// The place among the items that a position of the context falls on.
    pub fn at_position(&self, position: usize) -> Option<usize> {
        self.items.iter().position(|(here, _)| *here >= position)
    }

    /// The place among the items where a thing is first.
    pub fn at(&self, wanted: Item) -> Option<usize> {
        self.items.iter().position(|(_, item)| *item == wanted)
    }

    fn of(
        contents: impl Iterator<Item = Content>,
        (kind, takes_offset): (&'static str, bool),
        uri: &str,
        world: &World,
        listener: &Listener,
    ) -> Self {
        let items = contents.enumerate().filter_map(|(position, content)| {
            let item = match content {
                Content::Thing(thing) => playable(world, listener, thing)?,
                Content::Local(file) => Item::local(file),
                Content::Gone => return None,
            };
            Some((position, item))
        });
        Self {
            uri: uri.into(),
            items: items.collect(),
            kind,
            takes_offset,
        }
    }
}

/// A thing as it plays, if it can be played where the listener is.
pub fn playable(world: &World, listener: &Listener, thing: Thing) -> Option<Item> {
    let catalogue = &world.catalogue;
    let here = catalogue.is_available(thing, &listener.country);
    Item::of(thing, catalogue).filter(|_| here)
}

fn things_in(thing: Thing, catalogue: &Catalogue) -> Vec<Thing> {
    match thing {
        Thing::Album(key) => {
            let tracks = catalogue.tracks_on(key).into_iter();
            tracks.map(Thing::Track).collect()
        }
        Thing::Artist(key) => {
            let mut tracks = catalogue.tracks_of(key);
            tracks.sort_by_key(|key| Reverse(catalogue.track(*key).popularity));
            let best = tracks.into_iter().take(TRACKS_OF_AN_ARTIST);
            best.map(Thing::Track).collect()
        }
        Thing::Show(key) => (0..catalogue.show(key).total_episodes())
            .filter_map(|place| catalogue.newest_episode(key, place))
            .filter(|episode| !catalogue.is_hidden(*episode))
            .map(Thing::Episode)
            .collect(),
        Thing::Audiobook(key) => (0..catalogue.audiobook(key).total_chapters())
            .filter_map(|place| catalogue.chapter_at(key, place))
            .map(Thing::Chapter)
            .collect(),
        Thing::Track(_) | Thing::Episode(_) | Thing::Chapter(_) => vec![thing],
    }
}
