//! Audiobooks and their chapters.

use crate::catalogue::Catalogue;
use crate::catalogue::artwork::Artwork;
use crate::catalogue::keys::AudiobookKey;
use crate::catalogue::keys::ChapterKey;
use crate::catalogue::keys::Thing;
use crate::catalogue::patterns;
use crate::catalogue::released::Released;
use crate::catalogue::spoken::bills::AUDIOBOOKS;
use crate::catalogue::spoken::bills::AudiobookBill;
use crate::clock::Millis;

/// An audiobook.
#[derive(Clone, Copy, Debug)]
pub struct Audiobook {
    bill: &'static AudiobookBill,
}

/// A chapter.
#[derive(Clone, Debug)]
pub struct Chapter {
    pub title: String,
    /// From 1.
    pub number: u16,
    pub duration: Millis,
    pub released: Released,
}

impl Audiobook {
    pub fn name(self) -> &'static str {
        self.bill.name
    }

    pub fn author(self) -> &'static str {
        self.bill.author
    }

    pub fn narrator(self) -> &'static str {
        self.bill.narrator
    }

    pub fn publisher(self) -> &'static str {
        self.bill.publisher
    }

    pub fn edition(self) -> &'static str {
        self.bill.edition
    }

    /// What it is about, as plain text.
    pub fn about(self) -> &'static str {
        self.bill.about
    }

    pub fn released(self) -> Released {
        Released::on(self.bill.released)
    }

    pub fn total_chapters(self) -> usize {
        usize::from(self.bill.chapters)
    }
}

#[expect(
    clippy::unused_self,
    reason = "what is announced is the same in every catalogue"
)]
impl Catalogue {
    /// Every audiobook.
    pub fn audiobooks(&self) -> impl Iterator<Item = AudiobookKey> {
        (0..)
            .zip(AUDIOBOOKS)
            .map(|(number, _)| AudiobookKey(number))
    }

    /// An audiobook.
    pub fn audiobook(&self, key: AudiobookKey) -> Audiobook {
        let bill = &AUDIOBOOKS[usize::from(key.0) % AUDIOBOOKS.len()];
        Audiobook { bill }
    }

    /// The chapter in a place of the book, from 0.
    pub fn chapter_at(&self, audiobook: AudiobookKey, place: usize) -> Option<ChapterKey> {
        let number = u16::try_from(place).ok()?;
        (place < self.audiobook(audiobook).total_chapters())
            .then_some(ChapterKey { audiobook, number })
    }

    /// A chapter.
    pub fn chapter(&self, key: ChapterKey) -> Chapter {
        let mut dice = self.dice_of(Thing::Chapter(key));
        let number = key.number + 1;
        let heading = patterns::fill(&mut dice, patterns::TITLES);
        Chapter {
            title: format!("Chapter {number}: {heading}"),
            number,
            duration: Millis::from_secs(dice.u64(480..2_400)),
            released: self.audiobook(key.audiobook).released(),
        }
    }

    pub(in crate::catalogue) fn audiobook_artwork(&self, key: AudiobookKey) -> Option<Artwork> {
        AUDIOBOOKS.get(usize::from(key.0))?;
        Some(Artwork::random(&mut self.dice_of(Thing::Audiobook(key))))
    }
}
