//! The invented music. Everything follows from a seed; an artist's records are
//! made when somebody first asks for them.

mod artwork;
mod census;
mod discography;
mod finding;
mod headliners;
mod ids;
mod imprint;
mod keys;
mod markets;
mod names;
mod patterns;
mod reissues;
mod released;
mod shelf;
mod sound;
mod spoken;
mod taste;
mod titles;
mod tongues;
#[rustfmt::skip]
mod words;

use std::sync::OnceLock;

pub use artwork::Artwork;
pub use artwork::Design;
pub use discography::Group;
pub use ids::Ids;
pub use ids::base62;
pub use ids::is_base62_id;
pub use keys::AlbumKey;
pub use keys::ArtistKey;
pub use keys::AudiobookKey;
pub use keys::ChapterKey;
pub use keys::EpisodeKey;
pub use keys::Picture;
pub use keys::ShowKey;
pub use keys::Thing;
pub use keys::TrackKey;
pub use markets::MARKETS;
pub use shelf::Album;
pub use shelf::Artist;
pub use shelf::Shelf;
pub use shelf::Track;
pub use sound::Sound;
pub use taste::TimeRange;
pub use words::GENRES;

/// How many artists there are; their records hold some 13,000 tracks.
const ARTISTS: u16 = 420;

/// All invented music.
#[derive(Debug)]
pub struct Catalogue {
    seed: u64,
    ids: Ids,
    names: Vec<names::Name>,
    shelves: Vec<OnceLock<Shelf>>,
    guests: OnceLock<discography::Guests>,
}

impl Catalogue {
    /// The music of a seed.
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            ids: Ids::new(seed),
            names: names::invent(seed, ARTISTS),
            shelves: (0..ARTISTS).map(|_| OnceLock::new()).collect(),
            guests: OnceLock::new(),
        }
    }

    /// What it all follows from.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How ids and keys belong together.
    pub fn ids(&self) -> Ids {
        self.ids
    }

    /// An artist.
    pub fn artist(&self, key: ArtistKey) -> &Artist {
        &self.shelf(key).artist
    }

    /// An album.
    pub fn album(&self, key: AlbumKey) -> &Album {
        &self.shelf(key.artist).albums[usize::from(key.number)]
    }

    /// A track.
    pub fn track(&self, key: TrackKey) -> &Track {
        &self.album(key.album).tracks[usize::from(key.number)]
    }

    /// What a picture shows; none when there is no such thing.
    pub fn artwork(&self, picture: Picture) -> Option<Artwork> {
        match picture {
            Picture::Portrait(number) => Some(Artwork::random(&mut self.dice(number))),
            Picture::Artist(key) => self.known_shelf(key)?.artist.artwork,
            Picture::Album(key) => {
                let albums = &self.known_shelf(key.artist)?.albums;
                albums
                    .get(usize::from(key.number))
                    .map(|album| album.artwork)
            }
            Picture::Show(key) => self.show_artwork(key),
            Picture::Audiobook(key) => self.audiobook_artwork(key),
        }
    }

    /// An artist with every record. Keys are made by this catalogue alone, so
    /// that they always fit.
    fn shelf(&self, key: ArtistKey) -> &Shelf {
        self.shelves[usize::from(key.0)].get_or_init(|| self.fill(key))
    }

    /// As `shelf`, for keys that came from outside.
    fn known_shelf(&self, key: ArtistKey) -> Option<&Shelf> {
        (key.0 < ARTISTS).then(|| self.shelf(key))
    }

    fn fill(&self, key: ArtistKey) -> Shelf {
        Shelf::fill(key, &self.names, &mut self.dice(key.0))
    }

    /// Dice for what is told of a thing besides its shelf.
    fn dice_of(&self, thing: Thing) -> fastrand::Rng {
        fastrand::Rng::with_seed(self.ids.number(thing))
    }

    /// Dice for one thing, thrown the same way in every run.
    fn dice(&self, number: u16) -> fastrand::Rng {
        let spread = u64::from(number)
            .wrapping_add(1)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
        fastrand::Rng::with_seed(self.seed ^ spread)
    }
}

/// One of a list that is never empty.
fn pick<T: Copy>(dice: &mut fastrand::Rng, list: &[T]) -> T {
    list[dice.usize(..list.len())]
}

/// Whether something that happens so often per hundred happens.
fn chance(dice: &mut fastrand::Rng, per_hundred: u8) -> bool {
    dice.u8(..100) < per_hundred
}
