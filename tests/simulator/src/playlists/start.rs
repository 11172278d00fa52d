//! The playlists that are there from the start.

use crate::playlists::Playlists;
use crate::playlists::contents::Contents;
use crate::playlists::names;
use crate::playlists::people::PEOPLE;
use crate::playlists::playlist::Cover;
use crate::playlists::playlist::Playlist;
use crate::playlists::recipe::Filling;
use crate::playlists::recipe::Recipe;

const ADA: &str = "ada01";
/// Years whose months each have a playlist.
const DIARY: std::ops::Range<u64> = 2015..2026;
/// Playlists that are not called after a month, so that the number which
/// decides about oddities goes on from there.
const FIRST_MONTH: usize = 100;

/// Fills in what is there from the start.
pub fn fill(playlists: &mut Playlists) {
    let mut own = own(playlists);
    let followed: Vec<String> = (0..)
        .zip(names::FOLLOWED)
        .map(|(nth, name)| followed(playlists, nth, name))
        .collect();
    let shared: Vec<String> = (0..)
        .zip(names::SHARED)
        .map(|(nth, name)| shared(playlists, nth, name))
        .collect();
    let months = months(playlists);
    interleave(&mut own, shared, 5);
    interleave(&mut own, followed, 2);
    own.extend(months);
    playlists.set_roster(ADA, own);
    for (nth, (owner, name, length)) in (0..).zip(names::ELSEWHERE) {
        let contents = contents(owner, 400 + nth, *length, Filling::Plain);
        let id = playlists.add(|id| Playlist::new(id, owner, name, contents));
        playlists.follow(owner, &id);
    }
}

fn own(playlists: &mut Playlists) -> Vec<String> {
    let named = (0..).zip(names::OWN);
    named
        .map(|(nth, (name, length))| {
            let contents = contents(ADA, nth, *length, filling(nth));
            playlists.add(|id| Playlist {
                public: [Some(true), Some(false), Some(true), None][nth % 4],
                description: description(nth),
                cover: if nth == 11 {
                    Cover::Bare
                } else {
                    Cover::OfContents
                },
                ..Playlist::new(id, ADA, name, contents)
            })
        })
        .collect()
}

fn months(playlists: &mut Playlists) -> Vec<String> {
    let newest_first = DIARY.rev().flat_map(|year| {
        let months = names::MONTHS.iter().rev();
        months.map(move |month| (year, *month))
    });
    (FIRST_MONTH..)
        .zip(newest_first)
        .map(|(nth, (year, month))| {
            let mut recipe = recipe(ADA, nth, 15 + nth * 7 % 40, Filling::Plain);
            recipe.begun = year;
            let name = format!("{month} {year}");
            playlists.add(|id| Playlist {
                public: Some(false),
                ..Playlist::new(id, ADA, &name, Contents::of(recipe))
            })
        })
        .collect()
}

fn followed(playlists: &mut Playlists, nth: usize, name: &str) -> String {
    let (owner, _) = PEOPLE[nth % PEOPLE.len()];
    let contents = contents(owner, 300 + nth, 25 + nth * 13 % 140, filling(nth));
    playlists.add(|id| Playlist {
        description: description(nth),
        cover: if nth % 9 == 4 {
            Cover::Null
        } else {
            Cover::OfContents
        },
        // That it is collaborative is a hint alone: nobody asked Ada.
        collaborative: nth == 8,
        public: if nth == 8 { None } else { Some(true) },
        ..Playlist::new(id, owner, name, contents)
    })
}

fn shared(playlists: &mut Playlists, nth: usize, name: &str) -> String {
    let (friend, _) = PEOPLE[nth % PEOPLE.len()];
    let (owner, guest) = if nth.is_multiple_of(2) {
        (ADA, friend)
    } else {
        (friend, ADA)
    };
    let mut recipe = recipe(owner, 360 + nth, 20 + nth * 9, filling(nth + 1));
    recipe.adders.push(guest.to_owned());
    playlists.add(|id| Playlist {
        collaborative: true,
        collaborators: vec![guest.to_owned()],
        public: if nth % 3 == 2 { None } else { Some(false) },
        ..Playlist::new(id, owner, name, Contents::of(recipe))
    })
}

fn contents(owner: &str, nth: usize, length: usize, filling: Filling) -> Contents {
    Contents::of(recipe(owner, nth, length, filling))
}

fn recipe(owner: &str, nth: usize, length: usize, filling: Filling) -> Recipe {
    Recipe {
        seed: nth as u64 * 7919 + 11,
        length,
        taste: u16::try_from(nth * 11 % 400).unwrap_or_default(),
        filling,
        adders: vec![owner.to_owned()],
        begun: 2012 + nth as u64 * 5 % 13,
    }
}

/// One list in three has more than tracks in it.
fn filling(nth: usize) -> Filling {
    match nth {
        4 | 18 => Filling::Gone,
        5 | 9 | 16 => Filling::Local,
        7 | 22 => Filling::Doubles,
        10 | 13 => Filling::Episodes,
        1 | 2 | 17 => Filling::Everything,
        _ => Filling::Plain,
    }
}

fn description(nth: usize) -> Option<String> {
    match nth % 5 {
        0 => None,
        3 => Some(names::DESCRIPTIONS[nth / 5 % names::DESCRIPTIONS.len()].to_owned()),
        _ => Some(String::new()),
    }
}

/// Puts others in after every so many.
fn interleave(list: &mut Vec<String>, others: Vec<String>, every: usize) {
    for (nth, other) in others.into_iter().enumerate() {
        let place = (nth + 1) * (every + 1) - 1;
        list.insert(place.min(list.len()), other);
    }
}
