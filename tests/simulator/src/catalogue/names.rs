//! Names of artists, each there once.

use std::collections::HashSet;

use crate::catalogue::chance;
use crate::catalogue::headliners::HEADLINERS;
use crate::catalogue::patterns;
use crate::catalogue::tongues::TONGUES;
use crate::catalogue::tongues::Tongue;

/// An artist's name and the tongue of the titles, if not English.
#[derive(Clone, Debug)]
pub struct Name {
    pub text: String,
    pub tongue: Option<&'static Tongue>,
}

/// So many names: the headliners, then invented ones.
pub fn invent(seed: u64, count: u16) -> Vec<Name> {
    let mut dice = fastrand::Rng::with_seed(seed);
    let mut foreign = foreign_names();
    dice.shuffle(&mut foreign);
    let headliners = HEADLINERS.iter().map(|known| Name {
        text: known.name.into(),
        tongue: None,
    });
    let mut names: Vec<Name> = headliners.collect();
    let mut taken: HashSet<String> = names.iter().map(|name| name.text.clone()).collect();
    while names.len() < usize::from(count) {
        let from_abroad = chance(&mut dice, 12).then(|| foreign.pop()).flatten();
        let name = from_abroad.unwrap_or_else(|| Name {
            text: patterns::fill(&mut dice, patterns::ARTISTS),
            tongue: None,
        });
        if taken.insert(name.text.clone()) {
            names.push(name);
        }
    }
    names
}

fn foreign_names() -> Vec<Name> {
    let of = |tongue: &'static Tongue| {
        tongue.artists.iter().map(|name| Name {
            text: (*name).to_owned(),
            tongue: Some(tongue),
        })
    };
    TONGUES.iter().flat_map(of).collect()
}
