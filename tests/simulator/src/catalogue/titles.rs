//! Titles of tracks and albums.

use crate::catalogue::chance;
use crate::catalogue::patterns;
use crate::catalogue::pick;
use crate::catalogue::tongues::Tongue;

/// A track's title. Without a tongue it is English.
pub fn track(dice: &mut fastrand::Rng, tongue: Option<&Tongue>) -> String {
    match tongue {
        Some(tongue) if !chance(dice, 12) => foreign(dice, tongue),
        _ => patterns::fill(dice, patterns::TITLES),
    }
}

/// An album's title. Without a tongue it is English.
pub fn album(dice: &mut fastrand::Rng, tongue: Option<&Tongue>) -> String {
    match tongue {
        Some(tongue) => foreign(dice, tongue),
        None if chance(dice, 6) => patterns::fill(dice, patterns::LIVE),
        None => patterns::fill(dice, patterns::TITLES),
    }
}

/// What may follow a title: where or how it was recorded.
pub fn version(dice: &mut fastrand::Rng) -> String {
    patterns::fill(dice, patterns::VERSIONS)
}

fn foreign(dice: &mut fastrand::Rng, tongue: &Tongue) -> String {
    format!("{}{}", pick(dice, tongue.heads), pick(dice, tongue.tails))
}
