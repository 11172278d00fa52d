//! What stands on the back of a record.

use crate::catalogue::Catalogue;
use crate::catalogue::keys::AlbumKey;
use crate::catalogue::keys::Thing;
use crate::catalogue::pick;

const LABELS: &[&str] = &[
    "Half Moon Tapes",
    "Quayside Recordings",
    "Little Anchor",
    "Discos do Mercado",
    "Studio Nord",
    "Tramline",
    "Lamplight Records",
    "Saltmarsh Sound",
    "Copper Wire",
    "Rue Basse Disques",
];

/// What stands on the back of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    pub label: &'static str,
    pub upc: String,
    pub popularity: u8,
    /// The line that both rights share.
    pub rights: String,
}

impl Catalogue {
    /// What stands on the back of a record.
    pub fn imprint(&self, key: AlbumKey) -> Imprint {
        let mut dice = self.dice_of(Thing::Album(key));
        let label = pick(&mut self.dice_of(Thing::Artist(key.artist)), LABELS);
        let year = self.album(key).released.year();
        Imprint {
            label,
            upc: upc(dice.u64(..100_000_000_000)),
            popularity: dice.u8(..=self.artist(key.artist).popularity),
            rights: format!("{year} {label}"),
        }
    }
}

/// Eleven digits and the one that checks them.
fn upc(digits: u64) -> String {
    let digits = format!("{digits:011}");
    let weighted = digits.bytes().zip([3, 1].into_iter().cycle());
    let sum: u32 = weighted
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}
