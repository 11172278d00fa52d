//! Where the project and its tools keep their files.

use std::env;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::process;
use crate::trouble::{Outcome, Trouble};

/// The folder with the root `Cargo.toml`.
pub fn root() -> PathBuf {
    // Cargo sets the variable for what it runs; what is built in serves for
    // the program started by itself, as long as nobody has moved the folder.
    let own = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or(own.clone(), Path::to_path_buf)
}

/// The folder of the release bundle.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder that Cargo builds in, wherever the person has put it.
///
/// # Errors
/// When Cargo cannot read the workspace.
pub fn target() -> Outcome<PathBuf> {
    let mut cargo = process::cargo();
    cargo.args(["metadata", "--format-version", "1", "--no-deps"]);
    let text = process::output(&mut cargo, "Run `cargo metadata` to see why.")?;
    serde_json::from_str::<Value>(&text)
        .ok()
        .and_then(|all| Some(PathBuf::from(all.get("target_directory")?.as_str()?)))
        .ok_or_else(|| {
            Trouble::new(
                "`cargo metadata` did not say which folder it builds in.",
                "Update Rust with `rustup update` and try again.",
            )
        })
}

/// The person's home folder.
pub fn home() -> Option<PathBuf> {
    env::home_dir().filter(|path| !path.as_os_str().is_empty())
}

/// Cargo's own folder, with the sources of all dependencies.
pub fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| home().map(|home| home.join(".cargo")))
}
