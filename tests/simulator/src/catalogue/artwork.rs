//! What a cover shows: a design, colours, and what varies within them.

use crate::catalogue::pick;

/// A family of covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    Quarters,
    Rings,
    Waves,
    Bars,
    Landscape,
    Diagonal,
    Arches,
    Dots,
    Facets,
    Moons,
}

impl Design {
    /// Every family.
    pub const ALL: [Self; 10] = [
        Self::Quarters,
        Self::Rings,
        Self::Waves,
        Self::Bars,
        Self::Landscape,
        Self::Diagonal,
        Self::Arches,
        Self::Dots,
        Self::Facets,
        Self::Moons,
    ];
}

/// Ground first, then the colours on it.
pub type Palette = [&'static str; 4];

/// Colours that go together.
pub const PALETTES: [Palette; 18] = [
    ["#6d2f45", "#e9e2cf", "#a3686a", "#d6b8b4"],
    ["#c8553d", "#f28f3b", "#ffd5c2", "#2d2f45"],
    ["#0a1128", "#1c2541", "#5bc0be", "#6fffe9"],
    ["#e07a5f", "#3d405b", "#81b29a", "#f2cc8f"],
    ["#9d0208", "#ff8c2a", "#e36414", "#0f4c5c"],
    ["#1d4a66", "#62b6cb", "#cae9ff", "#5fa8d3"],
    ["#344e41", "#a3b18a", "#dad7cd", "#588157"],
    ["#22223b", "#4a4e69", "#c9ada7", "#f2e9e4"],
    ["#283618", "#606c38", "#fefae0", "#dda15e"],
    ["#7f5539", "#b08968", "#e6ccb2", "#ede0d4"],
    ["#3c1642", "#d95d39", "#f0a202", "#f18805"],
    ["#f1faee", "#457b9d", "#a8dadc", "#1d3557"],
    ["#f4d35e", "#ee964b", "#0d3b66", "#faf0ca"],
    ["#ffcdb2", "#e5989b", "#b5838d", "#6d6875"],
    ["#132a13", "#90a955", "#ecf39e", "#4f772d"],
    ["#03045e", "#0077b6", "#90e0ef", "#caf0f8"],
    ["#edf2f4", "#d90429", "#2b2d42", "#8d99ae"],
    ["#cdb4db", "#5a4a78", "#ffc8dd", "#a2d2ff"],
];

/// What a cover shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Artwork {
    pub design: Design,
    pub palette: Palette,
    /// What varies within a design and its colours.
    pub variation: u64,
}

impl Artwork {
    /// Any cover.
    pub fn random(dice: &mut fastrand::Rng) -> Self {
        Self {
            design: pick(dice, &Design::ALL),
            palette: pick(dice, &PALETTES),
            variation: dice.u64(..),
        }
    }
}
