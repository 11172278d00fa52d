//! Everything that can be found, with its names folded.

use std::cmp::Reverse;

use crate::catalogue::AlbumKey;
use crate::catalogue::ArtistKey;
use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::catalogue::TrackKey;
use crate::search::Kind;
use crate::search::fold::fold;
use crate::search::fold::has_word;
use crate::search::query::Filter;
use crate::search::query::Query;

/// Albums that hardly anybody listens to are at most this popular.
const HIPSTER: u8 = 3;

/// Everything that can be found, by kind.
#[derive(Debug)]
pub struct Index {
    albums: Vec<Entry>,
    artists: Vec<Entry>,
    tracks: Vec<Entry>,
    shows: Vec<Entry>,
    episodes: Vec<Entry>,
    audiobooks: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    thing: Thing,
    name: String,
    /// Whose it is.
    by: String,
    /// Name, whose it is and everything else that words are looked for in.
    text: String,
    popularity: u8,
}

impl Index {
    /// Reads the whole catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let artists: Vec<ArtistKey> = catalogue.artists().collect();
        let albums: Vec<AlbumKey> = artists
            .iter()
            .flat_map(|artist| catalogue.albums_of(*artist))
            .collect();
        let tracks = albums.iter().flat_map(|album| catalogue.tracks_on(*album));
        let episodes = catalogue.shows().flat_map(|show| {
            let places = 0..catalogue.show(show).total_episodes();
            places.filter_map(move |place| catalogue.newest_episode(show, place))
        });
        let entries = |things: &mut dyn Iterator<Item = Thing>| -> Vec<Entry> {
            things.map(|thing| Entry::of(thing, catalogue)).collect()
        };
        Self {
            tracks: entries(&mut tracks.map(Thing::Track)),
            albums: entries(&mut albums.iter().copied().map(Thing::Album)),
            artists: entries(&mut artists.into_iter().map(Thing::Artist)),
            shows: entries(&mut catalogue.shows().map(Thing::Show)),
            episodes: entries(
                &mut episodes
                    .filter(|key| !catalogue.is_hidden(*key))
                    .map(Thing::Episode),
            ),
            audiobooks: entries(&mut catalogue.audiobooks().map(Thing::Audiobook)),
        }
    }

    /// What fits a query, best first. `new` are the albums that `tag:new` is
    /// about.
    pub fn find(
        &self,
        kind: Kind,
        query: &Query,
        catalogue: &Catalogue,
        new: &[AlbumKey],
    ) -> Vec<Thing> {
        let whole_name = query.words.join(" ");
        let fitting = self
            .entries(kind)
            .iter()
            .filter(|entry| entry.fits(query, catalogue, new));
        let mut found: Vec<&Entry> = fitting.collect();
        found.sort_by_cached_key(|entry| {
            (entry.rank(&whole_name, query), Reverse(entry.popularity))
        });
        found.into_iter().map(|entry| entry.thing).collect()
    }

    fn entries(&self, kind: Kind) -> &[Entry] {
        match kind {
            Kind::Album => &self.albums,
            Kind::Artist => &self.artists,
            Kind::Track => &self.tracks,
            Kind::Show => &self.shows,
            Kind::Episode => &self.episodes,
            Kind::Audiobook => &self.audiobooks,
            Kind::Playlist => &[],
        }
    }
}

impl Entry {
    fn of(thing: Thing, catalogue: &Catalogue) -> Self {
        let artist = |key: ArtistKey| catalogue.artist(key);
        let (by, popularity) = match thing {
            Thing::Artist(key) => (String::new(), artist(key).popularity),
            Thing::Album(key) => (
                artist(key.artist).name.clone(),
                catalogue.imprint(key).popularity,
            ),
            Thing::Track(key) => (
                performers(key, catalogue).join(" "),
                catalogue.track(key).popularity,
            ),
            Thing::Show(key) => (catalogue.show(key).publisher().to_owned(), 0),
            Thing::Episode(key) => (catalogue.show(key.show).name().to_owned(), 0),
            Thing::Audiobook(key) => (catalogue.audiobook(key).author().to_owned(), 0),
            Thing::Chapter(_) => (String::new(), 0),
        };
        let album = match thing {
            Thing::Track(key) => catalogue.album(key.album).title.as_str(),
            _ => "",
        };
        let (name, by) = (fold(&catalogue.name(thing)), fold(&by));
        Self {
            thing,
            text: format!("{name} {by} {}", fold(album)),
            name,
            by,
            popularity,
        }
    }

    /// Exact names first, then names that begin so, then names that have all
    /// the words.
    fn rank(&self, whole_name: &str, query: &Query) -> u8 {
        if whole_name.is_empty() {
            3
        } else if self.name == whole_name {
            0
        } else if self.name.starts_with(whole_name) {
            1
        } else if have_all(&self.name, &query.words) {
            2
        } else {
            3
        }
    }

    fn fits(&self, query: &Query, catalogue: &Catalogue, new: &[AlbumKey]) -> bool {
        have_all(&self.text, &query.words)
            && query.filters.iter().all(|filter| {
                self.passes(filter, catalogue, new)
                    .unwrap_or_else(|| have_all(&self.text, &filter.words()))
            })
    }

    /// Whether a filter lets it pass; none when the kind does not know it.
    fn passes(&self, filter: &Filter, catalogue: &Catalogue, new: &[AlbumKey]) -> Option<bool> {
        Some(match (self.thing, filter) {
            (Thing::Album(_), Filter::Album(words))
            | (Thing::Artist(_), Filter::Artist(words))
            | (Thing::Track(_), Filter::Track(words)) => have_all(&self.name, words),
            (Thing::Album(_) | Thing::Track(_), Filter::Artist(words)) => have_all(&self.by, words),
            (Thing::Album(key), Filter::Upc(code)) => catalogue.imprint(key).upc == *code,
            (Thing::Album(key), Filter::New) => new.contains(&key),
            (Thing::Album(_), Filter::Hipster) => self.popularity <= HIPSTER,
            (Thing::Album(key), Filter::Year(years)) => years.contains(&year(key, catalogue)),
            (Thing::Track(key), Filter::Album(words)) => {
                have_all(&fold(&catalogue.album(key.album).title), words)
            }
            (Thing::Track(key), Filter::Year(years)) => years.contains(&year(key.album, catalogue)),
            (Thing::Track(key), Filter::Isrc(code)) => catalogue.track(key).isrc == *code,
            (Thing::Track(key), Filter::Genre(words)) => plays(key.album.artist, words, catalogue),
            (Thing::Artist(key), Filter::Genre(words)) => plays(key, words, catalogue),
            (Thing::Artist(key), Filter::Year(years)) => {
                let mut albums = catalogue.albums_of(key).into_iter();
                albums.any(|album| years.contains(&year(album, catalogue)))
            }
            _ => return None,
        })
    }
}

fn performers(key: TrackKey, catalogue: &Catalogue) -> Vec<&str> {
    let guests = catalogue.track(key).guests.iter().copied();
    std::iter::once(key.album.artist)
        .chain(guests)
        .map(|artist| catalogue.artist(artist).name.as_str())
        .collect()
}

fn plays(artist: ArtistKey, words: &[String], catalogue: &Catalogue) -> bool {
    let mut genres = catalogue.artist(artist).genres.iter();
    genres.any(|genre| have_all(&fold(genre), words))
}

fn year(album: AlbumKey, catalogue: &Catalogue) -> u16 {
    let year = catalogue.album(album).released.year().parse();
    year.unwrap_or_default()
}

fn have_all(text: &str, words: &[String]) -> bool {
    words.iter().all(|word| has_word(text, word))
}
