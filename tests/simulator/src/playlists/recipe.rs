//! What a playlist is made from before anybody changes it.

use serde::Deserialize;

use crate::calendar;
use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::catalogue::TrackKey;
use crate::clock::Millis;
use crate::playlists::entry::Content;
use crate::playlists::entry::Entry;
use crate::playlists::entry::LocalFile;

/// A recording returns under another id within so many places: looking further
/// back would make long lists slow.
const RECENT: usize = 12;

/// How many covers make a mosaic.
const OPENERS: u16 = 4;

/// What a playlist is made from.
#[derive(Clone, Debug, Default)]
pub struct Recipe {
    /// Makes the dice fall otherwise than for other playlists.
    pub seed: u64,
    pub length: usize,
    /// The artist from whom on the music is taken.
    pub taste: u16,
    pub filling: Filling,
    /// Who adds, in turn.
    pub adders: Vec<String>,
    /// The year in which the list was begun.
    pub begun: u64,
}

/// What is in a playlist besides tracks (contract 6.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filling {
    /// Nothing.
    #[default]
    Plain,
    /// Local files.
    Local,
    /// Places whose content is gone.
    Gone,
    /// Episodes.
    Episodes,
    /// The same track again, and the same recording under another id.
    Doubles,
    /// All of these.
    Everything,
}

impl Filling {
    fn has(self, other: Self) -> bool {
        self == other || self == Self::Everything
    }
}

impl Recipe {
    /// Makes the entries, the same in every run.
    pub fn make(&self, catalogue: &Catalogue) -> Vec<Entry> {
        let mut dice = fastrand::Rng::with_seed(self.seed);
        let tracks = self.tracks(catalogue, &mut dice);
        let mut contents: Vec<Content> = Vec::with_capacity(self.length);
        for (place, track) in tracks.into_iter().enumerate() {
            let usual = || Content::Thing(Thing::Track(track));
            let odd = self.oddity(place, &contents, catalogue);
            contents.push(odd.unwrap_or_else(usual));
        }
        self.sign(contents, &mut dice)
    }

    /// The tracks that come first, of an album each: they make the cover, which
    /// is shown without making the rest.
    pub fn openers(&self, catalogue: &Catalogue) -> Vec<TrackKey> {
        let artists = catalogue.artists_from(self.taste, OPENERS);
        let openers = artists.map(|artist| catalogue.opener_of(artist));
        openers.take(self.length).collect()
    }

    /// So many tracks, but for the first in no order, each once as long as they
    /// suffice.
    fn tracks(&self, catalogue: &Catalogue, dice: &mut fastrand::Rng) -> Vec<TrackKey> {
        let artists = u16::try_from(self.length / 8 + 6).unwrap_or(u16::MAX);
        let mut tracks: Vec<TrackKey> = catalogue
            .artists_from(self.taste, artists)
            .flat_map(|artist| catalogue.tracks_of(artist))
            .collect();
        let openers = self.openers(catalogue);
        tracks.retain(|track| !openers.contains(track));
        dice.shuffle(&mut tracks);
        let others = tracks.into_iter().cycle();
        openers
            .into_iter()
            .chain(others)
            .take(self.length)
            .collect()
    }

    /// What stands in a place instead of a track, in every so manieth.
    fn oddity(&self, place: usize, before: &[Content], catalogue: &Catalogue) -> Option<Content> {
        let filling = self.filling;
        if place < usize::from(OPENERS) {
            return None;
        }
        if filling.has(Filling::Local) && place % 6 == 3 {
            let nth = place / 6 % LocalFile::ALL.len();
            return Some(Content::Local(LocalFile::ALL[nth]));
        }
        if filling.has(Filling::Gone) && place % 11 == 4 {
            return Some(Content::Gone);
        }
        if filling.has(Filling::Episodes) && place % 5 == 2 {
            let episode = catalogue.some_episode(place / 5)?;
            return Some(Content::Thing(Thing::Episode(episode)));
        }
        if filling.has(Filling::Doubles) && place % 7 == 5 {
            return before.get(place / 2).cloned();
        }
        if filling.has(Filling::Doubles) && place % 7 == 6 {
            let recent = &before[before.len().saturating_sub(RECENT)..];
            return recent
                .iter()
                .find_map(|content| twin(content, recent, catalogue));
        }
        None
    }

    /// Says who added what when: one by one, and sometimes several in one go.
    fn sign(&self, contents: Vec<Content>, dice: &mut fastrand::Rng) -> Vec<Entry> {
        let begun = calendar::day(self.begun.max(2008), 1, 1 + dice.u64(..28));
        let span = calendar::day(2026, 9, 1).since(begun).0;
        let step = span / (contents.len() as u64 + 1);
        let mut added_at = begun;
        let mut signed = Vec::with_capacity(contents.len());
        for (place, content) in (0..).zip(contents) {
            if dice.u8(..3) > 0 {
                added_at = begun.plus(Millis(place * step + dice.u64(..=step)));
            }
            let adder = dice.usize(..=self.adders.len() * 4);
            signed.push(Entry {
                content,
                added_at,
                added_by: self.adders.get(adder / 4).cloned(),
            });
        }
        signed
    }
}

/// The same recording under another id that is not among them yet.
fn twin(content: &Content, before: &[Content], catalogue: &Catalogue) -> Option<Content> {
    let Content::Thing(Thing::Track(track)) = content else {
        return None;
    };
    let twin = Content::Thing(Thing::Track(catalogue.twin(*track)?));
    (!before.contains(&twin)).then_some(twin)
}
