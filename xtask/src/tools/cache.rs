//! The per-user folder that installed tools live in, one sub-folder a tool
//! and version, so that a second clone of the project finds them.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{env, process};

use crate::trouble::{OrTrouble, Outcome, Trouble};
use crate::workspace;

const FOLDER: &str = "cratedigger";
const UNFINISHED: &str = ".unfinished-";
const FORGOTTEN: Duration = Duration::from_hours(24);
const NEXT: &str = "Check that the cache folder can be written to, or name another one with \
                    XDG_CACHE_HOME, and try again.";

/// The folder for a tool, whether it is there yet or not.
///
/// # Errors
/// When this machine has no home folder.
pub fn folder_for(tool: &str) -> Outcome<PathBuf> {
    Ok(root()?.join(tool))
}

/// Fills the folder for a tool and returns it.
///
/// `install` fills a folder of another name, which takes its real name once
/// it is complete; meanwhile a second clone that wants the same tool waits.
/// `works` tells whether a folder holds what is wanted.
///
/// # Errors
/// When the folder cannot be made, and whatever goes wrong in `install`.
pub fn fill(
    tool: &str,
    works: impl Fn(&Path) -> bool,
    install: impl FnOnce(&Path) -> Outcome,
) -> Outcome<PathBuf> {
    let root = root()?;
    fs::create_dir_all(&root).or_trouble(format_args!("Cannot make {}", root.display()), NEXT)?;
    // Kept until the end of the function, and let go of by the system if the
    // program is stopped before.
    let _lock = lock(&root.join(format!("{tool}.lock")), tool)?;
    let finished = root.join(tool);
    if works(&finished) {
        return Ok(finished);
    }
    remove_forgotten(&root);
    let unfinished = root.join(format!("{UNFINISHED}{tool}-{}", process::id()));
    install(&unfinished)?;
    if finished.exists() {
        fs::remove_dir_all(&finished)
            .or_trouble(format_args!("Cannot replace {}", finished.display()), NEXT)?;
    }
    fs::rename(&unfinished, &finished)
        .or_trouble(format_args!("Cannot make {}", finished.display()), NEXT)?;
    if works(&finished) {
        Ok(finished)
    } else {
        Err(Trouble::new(
            format!("{tool} was installed but does not run."),
            format!("Look into {} and try again.", finished.display()),
        ))
    }
}

fn root() -> Outcome<PathBuf> {
    let named = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    named
        .or_else(usual_place)
        .map(|place| place.join(FOLDER))
        .ok_or_else(|| {
            Trouble::new(
                "There is no home folder to keep tools in.",
                "Name a folder for them with XDG_CACHE_HOME and try again.",
            )
        })
}

#[cfg(windows)]
fn usual_place() -> Option<PathBuf> {
    env::var_os("LOCALAPPDATA").map(PathBuf::from)
}

#[cfg(target_os = "macos")]
fn usual_place() -> Option<PathBuf> {
    workspace::home().map(|home| home.join("Library").join("Caches"))
}

#[cfg(not(any(windows, target_os = "macos")))]
fn usual_place() -> Option<PathBuf> {
    workspace::home().map(|home| home.join(".cache"))
}

fn lock(path: &Path, tool: &str) -> Outcome<File> {
    let file =
        File::create(path).or_trouble(format_args!("Cannot make {}", path.display()), NEXT)?;
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        println!("Waiting: another command is installing {tool} …");
        file.lock()
            .or_trouble(format_args!("Cannot wait for {}", path.display()), NEXT)?;
    }
    Ok(file)
}

/// Removes what installations left behind that were stopped half way. Those
/// of the last day stay: one of them may be at work on another tool.
fn remove_forgotten(root: &Path) {
    let Ok(entries) = fs::read_dir(root) else {
        return;
    };
    for entry in entries.flatten() {
        let unfinished = entry.file_name().to_string_lossy().starts_with(UNFINISHED);
        let forgotten = entry
            .metadata()
            .and_then(|data| data.modified())
            .is_ok_and(|changed| changed + FORGOTTEN < SystemTime::now());
        if unfinished && forgotten {
            // What cannot be removed harms nobody.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
