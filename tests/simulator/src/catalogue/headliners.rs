//! The artists who come first, with their best-known records written by hand.

use crate::catalogue::artwork::Design;

/// An artist whose first record is given.
#[derive(Debug)]
pub struct Headliner {
    pub name: &'static str,
    pub design: Design,
    /// Index into the palettes.
    pub palette: usize,
    pub album: &'static str,
    pub released: &'static str,
    pub tracks: &'static [&'static str],
}

macro_rules! headliners {
    ($($name:literal, $design:ident, $palette:literal, $album:literal, $released:literal,
       [$($track:literal),* $(,)?];)*) => {
        &[$(Headliner {
            name: $name,
            design: Design::$design,
            palette: $palette,
            album: $album,
            released: $released,
            tracks: &[$($track),*],
        }),*]
    };
}

/// In the order in which the first demo account likes them.
pub const HEADLINERS: &[Headliner] = headliners! {
    "Vesterbro Choir", Quarters, 0, "Half a Cathedral", "2024-10-04",
        ["Half a Cathedral", "Evensong for Cyclists", "The Roof Was Never Finished",
         "Candles, Forty to a Box", "Nave", "Breath Between the Bells", "Plain Glass"];
    "Marit Okonkwo", Rings, 1, "Low Tide Almanac", "2025-05-16",
        ["Salt Lines", "Blue Hour, Again", "What the Harbour Master Wrote Down", "Spring Tide",
         "Harmattan Letters", "A Boat Called Patience", "Neap", "Sandbank"];
    "Dust Radio", Rings, 2, "Transmission from the Valley", "2023-02",
        ["Marigold Engine", "Dead Air", "Longwave", "The Weather and the Shipping",
         "Static, My Old Friend", "Valley Road, 4 a.m."];
    "Tomo Haruki", Waves, 3, "Quiet Machines", "2021-09-24",
        ["Quiet Machines", "静かな電車", "Solder", "A Lamp That Hums in B Flat", "Paper Gears",
         "雨の映画館", "Rest Position"];
    "Nadia Benhaddou", Quarters, 4, "Slow Satellites", "2026-03-13",
        ["Orbit for Two", "قطار الصباح", "Perigee", "Ask the Dishes on the Roof",
         "Slow Satellites", "Re-entry (Reprise)"];
    "The Paper Lanterns", Bars, 5, "Greenhouse", "2022-06-10",
        ["Nothing Under Glass", "Tomato Year", "Condensation", "Everybody’s Aunt Has a Fig Tree",
         "Grow Lights", "First Frost"];
    "Ana Duarte Trio", Landscape, 6, "After Hours at the Mercado", "1998",
        ["Kerosene Waltz", "Valsa do cais", "The Last Crate of Oranges", "Shutters Down",
         "Fish Scale Blues", "Quatro da manhã"];
    "Ilse & the Commuters", Diagonal, 7, "Timetables", "2025-11-07",
        ["Ninety-Nine Bridges", "Mind the Closing Doors", "Replacement Bus",
         "The 6:52 Was Always Late and So Were We", "Window Seat", "Return, Off-Peak"];
    "Seventh Parallel", Bars, 9, "Unmapped", "2019-04",
        ["Cartographer", "Here Be Dragons, Mostly", "Contour Lines", "Declination", "Legend"];
    "Lowell Pike", Landscape, 8, "County Fair", "2016-08-19",
        ["Ferris", "Blue Ribbon Heifer", "Gravel", "Second Cutting", "Water Tower Town"];
    "Sunniva Lark", Arches, 12, "Seven Kinds of Bread", "2024-01-26",
        ["Rye", "Leave the Door on the Latch", "Proving", "Flour on the Radio", "Crumb"];
    "Bureau of Small Hours", Moons, 15, "Form 27-B", "2020-11",
        ["Please Hold", "Triplicate", "The Department of Lost Umbrellas", "Night Clerk"];
};
