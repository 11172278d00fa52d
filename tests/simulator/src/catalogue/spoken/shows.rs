//! Shows and their episodes.

use crate::calendar;
use crate::catalogue::Catalogue;
use crate::catalogue::artwork::Artwork;
use crate::catalogue::keys::EpisodeKey;
use crate::catalogue::keys::ShowKey;
use crate::catalogue::keys::Thing;
use crate::catalogue::patterns;
use crate::catalogue::released::Released;
use crate::catalogue::spoken::bills::SHOWS;
use crate::catalogue::spoken::bills::ShowBill;
use crate::clock::Millis;

/// The day on which each show's newest episode came out: 1 October 2026, and
/// up to six days before.
const NEWEST: u64 = 20_727;

/// A show.
#[derive(Clone, Copy, Debug)]
pub struct Show {
    bill: &'static ShowBill,
}

/// An episode.
#[derive(Clone, Debug)]
pub struct Episode {
    pub title: String,
    pub about: String,
    pub duration: Millis,
    pub explicit: bool,
    pub released: Released,
    pub language: &'static str,
}

impl Show {
    pub fn name(self) -> &'static str {
        self.bill.name
    }

    pub fn publisher(self) -> &'static str {
        self.bill.publisher
    }

    /// What it is about, as plain text.
    pub fn about(self) -> &'static str {
        self.bill.about
    }

    pub fn language(self) -> &'static str {
        self.bill.language
    }

    pub fn is_explicit(self) -> bool {
        self.bill.explicit
    }

    /// How many episodes there are, with those that are hidden.
    pub fn total_episodes(self) -> usize {
        usize::from(self.bill.episodes)
    }
}

#[expect(
    clippy::unused_self,
    reason = "what is announced is the same in every catalogue"
)]
impl Catalogue {
    /// Every show.
    pub fn shows(&self) -> impl Iterator<Item = ShowKey> {
        (0..).zip(SHOWS).map(|(number, _)| ShowKey(number))
    }

    /// A show.
    pub fn show(&self, key: ShowKey) -> Show {
        let bill = &SHOWS[usize::from(key.0) % SHOWS.len()];
        Show { bill }
    }

    /// The episode in a place of the show's list, newest first.
    pub fn newest_episode(&self, show: ShowKey, place: usize) -> Option<EpisodeKey> {
        let oldest_first = self.show(show).total_episodes().checked_sub(place + 1)?;
        let number = u16::try_from(oldest_first).ok()?;
        Some(EpisodeKey { show, number })
    }

    /// Whether a show's list has null in the episode's place (contract 6.2).
    pub fn is_hidden(&self, key: EpisodeKey) -> bool {
        key.number % 23 == 16
    }

    /// An episode.
    pub fn episode(&self, key: EpisodeKey) -> Episode {
        let bill = self.show(key.show).bill;
        let mut dice = self.dice_of(Thing::Episode(key));
        let topic = patterns::fill(&mut dice, patterns::TITLES);
        let guest = patterns::fill(&mut dice, &["{given} {family}"]);
        let title = match dice.u8(..4) {
            0 => format!("{topic}, with {guest}"),
            1 => format!("#{} {topic}", key.number + 1),
            _ => topic.clone(),
        };
        let seconds = bill.minutes * 60;
        let later = u64::from(bill.episodes.saturating_sub(key.number + 1));
        let day = NEWEST - u64::from(key.show.0 % 7) - later * u64::from(bill.days_apart);
        let released = calendar::iso(Millis::from_days(day));
        Episode {
            about: format!(
                "{topic}: {guest} explains & the rest of us take notes. {}",
                bill.about
            ),
            title,
            duration: Millis::from_secs(seconds * 3 / 4 + dice.u64(..seconds / 2)),
            explicit: bill.explicit && dice.u8(..10) < 7,
            released: Released::on(released.get(..10).unwrap_or_default()),
            language: bill.language,
        }
    }

    pub(in crate::catalogue) fn show_artwork(&self, key: ShowKey) -> Option<Artwork> {
        SHOWS.get(usize::from(key.0))?;
        Some(Artwork::random(&mut self.dice_of(Thing::Show(key))))
    }
}
