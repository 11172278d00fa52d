//! The hook that finishes a bundle: Trunk calls it on what it has built, for
//! `trunk serve` as for `trunk build --release`, before that takes the place
//! of the last build.

mod build;
mod content_names;
pub mod host_files;
pub mod html;
pub mod licences;
mod one_stylesheet;
mod page_edits;
mod page_rules;
mod parts;
pub mod policy;
mod squeezed_css;

use std::fs;
use std::path::Path;

use crate::trouble::{OrTrouble, Outcome};
use build::{Build, Purpose};
use policy::Part;

/// The page Trunk has made.
pub const PAGE: &str = "index.html";
/// The copy of the page that static hosts answer with for unknown addresses,
/// so that a deep link reaches the app.
pub const FALLBACK: &str = "404.html";
/// The page of the player window (security 41): the app's own page with a policy
/// that lets Spotify's Web Playback SDK in. It loads the same program.
pub const PLAYER_PAGE: &str = "player.html";
/// What stands in a page that Trunk serves with live reload, until it is served.
const LIVE_RELOAD: &str = "{{__TRUNK_ADDRESS__}}";

/// Finishes the bundle that Trunk's environment variables point to.
///
/// # Errors
/// When not called by Trunk, when a file cannot be read or written, and when
/// the page breaks a rule of [`page_rules`].
pub fn finish() -> Outcome {
    let build = Build::from_environment()?;
    let source = read(&build.staging.join(PAGE))?;
    let mut page = finished_page(&source, &build)?;
    let mut named = Vec::new();
    if build.purpose(&source) == Purpose::Release {
        parts::cut_out(&build.staging)?;
        page = one_stylesheet::join(&build.staging, page)?;
        (page, named) = content_names::give(&build.staging, page)?;
    }
    let rules = build.policy(&page);
    let player = policy::write(&page_edits::as_player(&page)?, &rules, Part::Player)?;
    page = policy::write(&page, &rules, Part::App)?;
    write(&build.staging.join(PAGE), &page)?;
    write(&build.staging.join(FALLBACK), &page)?;
    write(&build.staging.join(PLAYER_PAGE), &player)?;
    write(&build.staging.join(licences::LICENCES), &licences::text()?)?;
    write(
        &build.staging.join(host_files::HEADERS),
        &host_files::headers(&build.base, &named),
    )
}

/// Everything that can be done without knowing the other files.
fn finished_page(source: &str, build: &Build) -> Outcome<String> {
    page_rules::check(source, build.purpose(source))?;
    let page = page_edits::with_base(source, &build.base)?;
    Ok(page_edits::without_wasm_integrity(&page))
}

const NEXT: &str = "Check the folder's rights and free space, and build again.";

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).or_trouble(format_args!("Cannot read {}", path.display()), NEXT)
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).or_trouble(format_args!("Cannot write {}", path.display()), NEXT)
}
