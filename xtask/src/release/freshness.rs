//! Whether the bundle in `dist/` is the one that the sources give.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use crate::bundle::PAGE;
use crate::trouble::{OrTrouble, Outcome};
use crate::workspace;

/// What a bundle is made from, beside the dependencies that `Cargo.lock` fixes.
const SOURCES: [&str; 7] = [
    "src",
    "style",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "xtask/src/bundle",
];

/// Notes that the bundle in `dist/` has just been built and looked through.
///
/// # Errors
/// When the note cannot be written.
pub fn note() -> Outcome {
    let next = "Check that the build folder can be written to and try again.";
    let page = fingerprint(&workspace::dist()).or_trouble("Cannot read the bundle", next)?;
    fs::write(stamp()?, page).or_trouble("Cannot note that the bundle was built", next)
}

/// Whether the bundle in `dist/` is the one that was noted, and nothing it is
/// made from has changed since.
///
/// # Errors
/// When Cargo cannot say where it builds.
pub fn is_current() -> Outcome<bool> {
    let stamp = stamp()?;
    let sources: Vec<_> = SOURCES
        .iter()
        .map(|source| workspace::root().join(source))
        .collect();
    Ok(matches(&stamp, &workspace::dist(), &sources).unwrap_or(false))
}

/// Whether the bundle in one folder was built after the one in another.
pub fn is_later(bundle: &Path, than: &Path) -> bool {
    let built = |folder: &Path| fs::metadata(folder.join(PAGE))?.modified();
    matches!((built(bundle), built(than)), (Ok(built), Ok(than)) if than < built)
}

fn stamp() -> Outcome<PathBuf> {
    Ok(workspace::target()?.join("release-bundle"))
}

fn matches(stamp: &Path, dist: &Path, sources: &[PathBuf]) -> io::Result<bool> {
    let built = fs::metadata(stamp)?.modified()?;
    let mut newest = SystemTime::UNIX_EPOCH;
    for source in sources {
        newest = newest.max(last_change(source)?);
    }
    Ok(newest < built && fs::read_to_string(stamp)? == fingerprint(dist)?)
}

/// Of the page alone: it holds the checksums or content names of the rest.
fn fingerprint(dist: &Path) -> io::Result<String> {
    Ok(format!("{:x}", Sha256::digest(fs::read(dist.join(PAGE))?)))
}

/// When a file, or anything in a folder, was last changed.
fn last_change(path: &Path) -> io::Result<SystemTime> {
    let data = fs::metadata(path)?;
    let mut newest = data.modified()?;
    if data.is_dir() {
        for entry in fs::read_dir(path)? {
            newest = newest.max(last_change(&entry?.path())?);
        }
    }
    Ok(newest)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, SystemTime};

    use super::{fingerprint, matches};

    #[test]
    fn a_newer_source_or_another_page_is_noticed() {
        let folder = std::env::temp_dir().join(format!("freshness-{}", std::process::id()));
        let source = folder.join("src");
        let stamp = folder.join("stamp");
        fs::create_dir_all(source.join("deep")).expect("a folder");
        fs::write(source.join("deep/file.rs"), "").expect("a source");
        fs::write(folder.join("index.html"), "one").expect("a page");
        fs::write(&stamp, fingerprint(&folder).expect("a page")).expect("a stamp");
        let touch = |age: i64| {
            let now = SystemTime::now();
            let seconds = Duration::from_secs(age.unsigned_abs());
            let then = if age < 0 {
                now - seconds
            } else {
                now + seconds
            };
            let file = fs::File::options().append(true).open(&stamp);
            file.and_then(|file| file.set_modified(then))
                .expect("a time");
        };
        let current = || matches(&stamp, &folder, std::slice::from_ref(&source)).unwrap_or(false);

        touch(60);
        assert!(current());
        touch(-60);
        assert!(!current(), "a source is newer");
        touch(60);
        fs::write(folder.join("index.html"), "two").expect("a page");
        assert!(!current(), "another build took its place");
        fs::remove_file(&stamp).expect("the stamp");
        assert!(!current(), "never built");
        fs::remove_dir_all(&folder).expect("the folder");
    }
}
