//! What several pages are made of.

mod brand;
mod copy_field;
mod cover;
mod heading;
mod icon;
mod links;
mod spotify_mark;
mod trouble;
mod what_rests;

pub use brand::Brand;
pub use copy_field::CopyField;
pub use cover::Cover;
pub use heading::{PageHeading, provide_first_page};
pub use icon::{Icon, IconView};
pub use links::{Link, OpenSpotify, Outside};
pub use spotify_mark::SpotifyMark;
pub use trouble::{AskAgainAt, Trouble};
pub use what_rests::WhatRests;
