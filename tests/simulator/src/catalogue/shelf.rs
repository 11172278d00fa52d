//! One artist with every record.

mod rarities;

use crate::catalogue::artwork::Artwork;
use crate::catalogue::artwork::PALETTES;
use crate::catalogue::chance;
use crate::catalogue::headliners::HEADLINERS;
use crate::catalogue::headliners::Headliner;
use crate::catalogue::keys::ArtistKey;
use crate::catalogue::names::Name;
use crate::catalogue::pick;
use crate::catalogue::reissues;
use crate::catalogue::released::Released;
use crate::catalogue::titles;
use crate::catalogue::tongues::Tongue;
use crate::catalogue::words;
use crate::clock::Millis;

/// An artist and the records.
#[derive(Debug)]
pub struct Shelf {
    pub artist: Artist,
    pub albums: Vec<Album>,
}

/// An artist.
#[derive(Debug)]
pub struct Artist {
    pub name: String,
    pub genres: Vec<&'static str>,
    pub followers: u32,
    pub popularity: u8,
    /// Some artists have no picture (contract 6.2).
    pub artwork: Option<Artwork>,
}

/// A record.
#[derive(Debug)]
pub struct Album {
    pub title: String,
    pub kind: AlbumKind,
    pub released: Released,
    pub artwork: Artwork,
    pub tracks: Vec<Track>,
}

/// What kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlbumKind {
    Album,
    Single,
    Compilation,
}

/// A track.
#[derive(Debug)]
pub struct Track {
    pub title: String,
    pub guests: Vec<ArtistKey>,
    pub duration: Millis,
    pub explicit: bool,
    pub disc: u8,
    pub number: u8,
    pub isrc: String,
    pub popularity: u8,
}

impl AlbumKind {
    /// The value of `album_type`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Album => "album",
            Self::Single => "single",
            Self::Compilation => "compilation",
        }
    }
}

impl Shelf {
    /// Invents an artist's records. What a headliner is known for comes first.
    pub fn fill(key: ArtistKey, names: &[Name], dice: &mut fastrand::Rng) -> Self {
        let headliner = HEADLINERS.get(usize::from(key.0));
        let name = &names[usize::from(key.0)];
        let artist = Artist::invent(name, headliner, dice);
        let mut studio = Studio {
            key,
            names,
            tongue: name.tongue,
            rude: chance(dice, 15),
            dice,
        };
        let mut albums: Vec<Album> = headliner
            .map(|known| studio.press(known))
            .into_iter()
            .collect();
        let records = studio.dice.usize(2..=6);
        albums.extend((0..records).map(|_| studio.record()));
        albums.extend(studio.rarities());
        reissues::press(&mut albums);
        Self { artist, albums }
    }
}

impl Artist {
    fn invent(name: &Name, headliner: Option<&Headliner>, dice: &mut fastrand::Rng) -> Self {
        let random = Artwork::random(dice);
        let artwork = match headliner {
            Some(known) => Some(signature(known, random)),
            None => (!chance(dice, 8)).then_some(random),
        };
        let genres = (0..dice.usize(..=2))
            .map(|_| pick(dice, words::GENRES))
            .collect();
        Self {
            name: name.text.clone(),
            genres,
            followers: dice.u32(90..400_000),
            popularity: dice.u8(5..=82),
            artwork,
        }
    }
}

fn signature(headliner: &Headliner, artwork: Artwork) -> Artwork {
    Artwork {
        design: headliner.design,
        palette: PALETTES[headliner.palette],
        ..artwork
    }
}

/// Where one artist's records are made.
struct Studio<'a> {
    key: ArtistKey,
    names: &'a [Name],
    tongue: Option<&'static Tongue>,
    /// Whether this artist's tracks tend to be explicit.
    rude: bool,
    dice: &'a mut fastrand::Rng,
}

impl Studio<'_> {
    fn press(&mut self, known: &Headliner) -> Album {
        let released = Released::on(known.released);
        let titles = known
            .tracks
            .iter()
            .map(|title| (*title).to_owned())
            .collect();
        Album {
            title: known.album.to_owned(),
            kind: AlbumKind::Album,
            artwork: signature(known, Artwork::random(self.dice)),
            tracks: self.tracks(titles, &released, false),
            released,
        }
    }

    fn record(&mut self) -> Album {
        let (kind, length) = match self.dice.u8(..10) {
            0..=5 => (AlbumKind::Album, self.dice.usize(8..=14)),
            6..=8 => (AlbumKind::Single, self.dice.usize(1..=4)),
            _ => (AlbumKind::Compilation, self.dice.usize(14..=22)),
        };
        let year = self.year();
        self.record_of(kind, length, year)
    }

    fn record_of(&mut self, kind: AlbumKind, length: usize, year: u16) -> Album {
        let released = Released::in_year(year, self.dice);
        let titles = self.titles(length);
        let named_after_a_track = kind == AlbumKind::Single || chance(self.dice, 25);
        let title = match titles.first() {
            Some(title) if named_after_a_track => title.clone(),
            _ => titles::album(self.dice, self.tongue),
        };
        Album {
            title,
            kind,
            artwork: Artwork::random(self.dice),
            tracks: self.tracks(titles, &released, true),
            released,
        }
    }

    /// Most records are young, a few are old.
    fn year(&mut self) -> u16 {
        if chance(self.dice, 30) {
            self.dice.u16(1961..2005)
        } else {
            self.dice.u16(2005..=2026)
        }
    }

    fn titles(&mut self, count: usize) -> Vec<String> {
        let mut titles: Vec<String> = Vec::with_capacity(count);
        while titles.len() < count {
            let mut title = titles::track(self.dice, self.tongue);
            if chance(self.dice, 7) {
                title.push_str(&titles::version(self.dice));
            }
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        titles
    }

    fn tracks(&mut self, titles: Vec<String>, released: &Released, invited: bool) -> Vec<Track> {
        let (discs, on_each) = match titles.len() {
            length @ ..=18 => (1, length.max(1)),
            length @ 19..=40 => (2, length / 2),
            length => (length.div_ceil(16), 16),
        };
        let place = |index: usize| {
            let disc = (index / on_each).min(discs - 1);
            (disc + 1, index - disc * on_each + 1)
        };
        let numbered = titles.into_iter().enumerate();
        numbered
            .map(|(index, title)| self.track(title, place(index), released, invited))
            .collect()
    }

    fn track(
        &mut self,
        mut title: String,
        (disc, number): (usize, usize),
        released: &Released,
        invited: bool,
    ) -> Track {
        let guests = if invited && chance(self.dice, 8) {
            self.guests()
        } else {
            Vec::new()
        };
        if let Some(guest) = guests.first() {
            title = format!("{title} (feat. {})", self.names[usize::from(guest.0)].text);
        }
        let ten = released.year().get(2..).unwrap_or_default();
        Track {
            title,
            guests,
            duration: self.duration(),
            explicit: chance(self.dice, if self.rude { 45 } else { 3 }),
            disc: u8::try_from(disc).unwrap_or(u8::MAX),
            number: u8::try_from(number).unwrap_or(u8::MAX),
            isrc: format!("QZCRT{ten}{:05}", self.dice.u32(..100_000)),
            popularity: self.dice.u8(..=78),
        }
    }

    fn guests(&mut self) -> Vec<ArtistKey> {
        let count = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        let guest = ArtistKey(self.dice.u16(..count));
        if guest == self.key {
            Vec::new()
        } else {
            vec![guest]
        }
    }

    /// One and a half to nine minutes, mostly between three and five.
    fn duration(&mut self) -> Millis {
        let usual = 90_000 + self.dice.u64(..130_000) + self.dice.u64(..120_000);
        let extra = if chance(self.dice, 8) {
            self.dice.u64(..200_000)
        } else {
            0
        };
        Millis(usual + extra)
    }
}
