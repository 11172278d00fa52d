//! Looks through a finished release bundle the way a stranger would: from the
//! files alone, without trusting what built them.

mod hosts;
mod page;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::machine_paths::MachinePaths;
use crate::bundle::licences::LICENCES;
use crate::bundle::policy::Part;
use crate::bundle::{FALLBACK, PAGE, PLAYER_PAGE};
use crate::trouble::{OrTrouble, Outcome, Trouble};
use hosts::Kind;

const NEXT: &str = "Build the bundle again with `cargo xtask dist`.";

/// Checks every rule of a release.
///
/// # Errors
/// With all the rules that are broken.
pub fn inspect(dist: &Path, paths: &MachinePaths) -> Outcome {
    let page = fs::read_to_string(dist.join(PAGE))
        .or_trouble("The bundle has no readable index.html", NEXT)?;
    let mut faults = page::faults(&page, Part::App);
    if fs::read_to_string(dist.join(FALLBACK)).ok().as_ref() != Some(&page) {
        faults.push(format!("{FALLBACK} is not the same as {PAGE}."));
    }
    let player = fs::read_to_string(dist.join(PLAYER_PAGE)).unwrap_or_default();
    if !page::differ_in_part_alone(&page, &player) {
        faults.push(format!("{PLAYER_PAGE} is not {PAGE} with another policy."));
    }
    let licences = fs::read_to_string(dist.join(LICENCES)).unwrap_or_default();
    if licences.is_empty() {
        faults.push(format!("{LICENCES} is missing: Settings links to it."));
    }
    let of_player = page::faults(&player, Part::Player);
    faults.extend(
        of_player
            .iter()
            .map(|fault| format!("{PLAYER_PAGE}: {fault}")),
    );
    for file in files(dist).or_trouble("Cannot list the bundle", NEXT)? {
        let content = fs::read(&file).or_trouble("Cannot read the bundle", NEXT)?;
        let name = file.strip_prefix(dist).unwrap_or(&file);
        let text = String::from_utf8_lossy(&content);
        let found = content_faults(&text, Kind::of(name), paths);
        let name = name.display();
        faults.extend(found.iter().map(|fault| format!("{name} {fault}")));
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(
        format!("The bundle must not be shipped:\n  {}", faults.join("\n  ")),
        "Mend the source (or index.html, or the hook in xtask/src/bundle) and run \
         `cargo xtask dist` again.",
    ))
}

/// What is wrong with the content of a file, whatever kind it is.
fn content_faults(text: &str, kind: Kind, paths: &MachinePaths) -> Vec<String> {
    let mut faults = Vec::new();
    for host in hosts::strange(text, kind) {
        faults.push(format!("names the host {host}."));
    }
    if let Some(origin) = hosts::local_origin(text) {
        faults.push(format!("names {origin}, a server on the building machine."));
    }
    if text.contains("client_secret") {
        faults.push("speaks of a client_secret, which an app in a browser cannot have.".to_owned());
    }
    if let Some(folder) = paths.named_in(text) {
        faults.push(format!("names a path of this machine, in {folder}."));
    }
    faults
}

/// Every file under a folder.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort_unstable();
    Ok(found)
}
