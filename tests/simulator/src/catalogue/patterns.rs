//! Patterns that titles and names are made from: each word in braces stands
//! for one of a list.

use crate::catalogue::pick;
use crate::catalogue::words;

/// English titles. Patterns that should be met more often stand there twice.
pub const TITLES: &[&str] = &[
    "{noun}",
    "{adjective} {noun}",
    "{adjective} {noun}",
    "{adjective} {noun}",
    "{adjective} {plural}",
    "{adjective} {plural}",
    "The {adjective} {noun}",
    "{gerund} the {noun}",
    "{gerund} the {noun}",
    "{preposition} the {noun}",
    "{number} {plural}",
    "{number} {plural} {preposition} {place}",
    "{day} in {place}",
    "{plural} for {given}",
    "Don’t {verb} the {noun}",
    "{verb} the {noun}, {verb} the {noun}",
    "{plural} & {plural}",
    "{place} Blues",
    "{place} Waltz",
    "{place} Revisited",
    "The {noun} of {place}",
    "A Pocketful of {plural}",
    "A Short Guide to {plural}",
    "{noun}, Again",
    "{noun}, Pt. II",
    "{noun} Season",
    "{noun} No. 9",
    "{noun}, Obviously",
    "{adjective} {noun}, {adjective} {noun}",
    "{given}’s {noun}",
    "No More {plural}",
    "Other People’s {plural}",
    "Half of the {plural}",
    "{plural} on {day}",
    "{plural} {preposition} the {noun}",
    "{given}",
    "{given} and the {noun}",
    "{sentence}",
];

/// English names of artists.
pub const ARTISTS: &[&str] = &[
    "{given} {family}",
    "{given} {family}",
    "{given} {family}",
    "{given} {family} Trio",
    "{given} {family} Ensemble",
    "{given} & the {plural}",
    "The {adjective} {plural}",
    "The {adjective} {plural}",
    "{adjective} {plural}",
    "{noun} {plural}",
    "{noun} Club",
    "{noun} Society",
    "{noun} Theory",
    "DJ {noun}",
];

/// Names of live recordings.
pub const LIVE: &[&str] = &["Live at {venue}"];

/// What may follow a title.
pub const VERSIONS: &[&str] = &[
    " (Live at {venue})",
    " - Remastered 2011",
    " - Remastered 2024",
    " (Acoustic)",
    " (Reprise)",
];

/// One of the patterns, with its words filled in.
pub fn fill(dice: &mut fastrand::Rng, patterns: &[&str]) -> String {
    let mut filled = String::new();
    let mut rest = pick(dice, patterns);
    while let Some((before, list, after)) = next_gap(rest) {
        filled.push_str(before);
        filled.push_str(pick(dice, words_of(list)));
        rest = after;
    }
    filled.push_str(rest);
    capitalised(&filled)
}

/// Some places begin with an article, which is small within a title alone.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn next_gap(pattern: &str) -> Option<(&str, &str, &str)> {
    let (before, gap) = pattern.split_once('{')?;
    let (list, after) = gap.split_once('}')?;
    Some((before, list, after))
}

fn words_of(list: &str) -> &'static [&'static str] {
    match list {
        "adjective" => words::ADJECTIVES,
        "plural" => words::PLURALS,
        "place" => words::PLACES,
        "venue" => words::VENUES,
        "gerund" => words::GERUNDS,
        "verb" => words::VERBS,
        "preposition" => words::PREPOSITIONS,
        "number" => words::NUMBERS,
        "day" => words::DAYS,
        "sentence" => words::SENTENCES,
        "given" => words::GIVEN_NAMES,
        "family" => words::FAMILY_NAMES,
        _ => words::NOUNS,
    }
}
