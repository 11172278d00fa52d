//! The tools the commands need, at the versions the project was tried with.
//!
//! A tool that is on the `PATH` with exactly the right version is used as it
//! is. Any other is installed into the cache folder ([`cache`]), never over
//! something the person has.

mod cache;
mod cargo_tool;
pub mod chromium;
pub mod node;
mod wasm_opt;
mod wasm_target;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process;
use crate::trouble::Outcome;

pub use cargo_tool::cargo_deny;
pub use wasm_target::ensure as ensure_wasm_target;

/// Trunk and the tools it calls, found or installed.
pub struct WebTools {
    trunk: PathBuf,
    folders: Vec<PathBuf>,
    has_optimiser: bool,
}

impl WebTools {
    /// What a debug build takes: the wasm target, Trunk and wasm-bindgen.
    ///
    /// # Errors
    /// When a tool is missing and cannot be installed.
    pub fn for_development() -> Outcome<Self> {
        wasm_target::ensure()?;
        let trunk = cargo_tool::trunk()?;
        let bindgen = cargo_tool::wasm_bindgen()?;
        Ok(Self {
            folders: [&trunk, &bindgen].map(|tool| folder_of(tool)).to_vec(),
            trunk,
            has_optimiser: false,
        })
    }

    /// What a release build takes: the same, wasm-opt, and wasm-split.
    ///
    /// # Errors
    /// When a tool is missing and cannot be installed.
    pub fn for_release() -> Outcome<Self> {
        let mut tools = Self::for_development()?;
        if let Some(wasm_opt) = wasm_opt::ensure()? {
            tools.folders.push(folder_of(&wasm_opt));
            tools.folders.push(folder_of(&cargo_tool::wasm_split()?));
            tools.has_optimiser = true;
        }
        Ok(tools)
    }

    /// Whether the app can be built in parts, which have to be optimised one by
    /// one: Trunk's own copy of wasm-opt is nowhere that others could find it.
    pub const fn can_cut(&self) -> bool {
        self.has_optimiser
    }

    /// A `trunk` command that finds the tools and keeps to warnings, unless
    /// the person has asked for more with `RUST_LOG`.
    ///
    /// # Errors
    /// When the `PATH` cannot be extended.
    pub fn trunk(&self, action: &str) -> Outcome<Command> {
        let mut command = Command::new(&self.trunk);
        command
            .arg(action)
            .current_dir(crate::workspace::root())
            .env("PATH", process::path_with(&self.folders)?)
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // Of Trunk's own errors; they would bury the compiler's.
            .env("RUST_LIB_BACKTRACE", "0");
        if std::env::var_os("RUST_LOG").is_none() {
            command.args(["--log", "error,trunk=warn"]);
        }
        // The convention is any value; Trunk reads `true` or `false` only.
        if std::env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        Ok(command)
    }
}

fn folder_of(tool: &Path) -> PathBuf {
    tool.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Whether a program says it has this version, as `name 1.2.3` or
/// `name version 1.2.3`.
fn has_version(program: &Path, version: &str) -> bool {
    process::answer(Command::new(program).arg("--version"))
        .is_some_and(|text| says_version(&text, version))
}

fn says_version(text: &str, version: &str) -> bool {
    text.split_whitespace()
        .skip(1)
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .is_some_and(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::says_version;

    #[test]
    fn only_the_exact_version_will_do() {
        let cases = [
            ("trunk 0.21.14", "0.21.14", true),
            ("wasm-bindgen 0.2.126 (abc 1)", "0.2.126", true),
            ("wasm-opt version 132 (version_132)", "132", true),
            ("trunk 0.21.140", "0.21.14", false),
            ("trunk 0.21.14-rc.1", "0.21.14", false),
            ("0.21.14", "0.21.14", false),
            ("", "0.21.14", false),
        ];
        for (text, version, expected) in cases {
            assert_eq!(says_version(text, version), expected, "{text}");
        }
    }
}
