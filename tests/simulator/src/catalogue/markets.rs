//! Where what can be played.

use crate::catalogue::Catalogue;
use crate::catalogue::keys::Thing;

/// Every market, sorted.
pub const MARKETS: &[&str] = &[
    "AU", "BR", "CA", "DE", "DK", "ES", "FR", "GB", "IE", "JP", "MA", "NO", "NZ", "PT", "SE", "US",
];

/// Where audiobooks are sold (contract 4.1).
const AUDIOBOOKS: &[&str] = &["AU", "CA", "GB", "IE", "NZ", "US"];

/// Without the north of Europe.
const NOT_IN_THE_NORTH: &[&str] = &[
    "AU", "BR", "CA", "DE", "ES", "FR", "GB", "IE", "JP", "MA", "NZ", "PT", "US",
];

const JAPAN_ALONE: &[&str] = &["JP"];

impl Catalogue {
    /// Where a thing is available, sorted. A few records are not everywhere;
    /// what artists are best known for is.
    pub fn markets(&self, thing: Thing) -> &'static [&'static str] {
        let album = match thing {
            Thing::Audiobook(_) | Thing::Chapter(_) => return AUDIOBOOKS,
            Thing::Album(key) => key,
            Thing::Track(key) => key.album,
            Thing::Artist(_) | Thing::Show(_) | Thing::Episode(_) => return MARKETS,
        };
        if album.number == 0 {
            return MARKETS;
        }
        match self.dice_of(Thing::Album(album)).u8(..50) {
            0 => NOT_IN_THE_NORTH,
            1 => JAPAN_ALONE,
            _ => MARKETS,
        }
    }

    /// Whether a thing can be played in a country.
    pub fn is_available(&self, thing: Thing, country: &str) -> bool {
        self.markets(thing).contains(&country)
    }
}
