//! Tools from crates.io, built on this machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{cache, has_version};
use crate::process;
use crate::trouble::{OrTrouble, Outcome, Trouble};
use crate::workspace;

/// A crate that brings a program.
struct CargoTool<'a> {
    krate: &'a str,
    program: &'a str,
    version: &'a str,
    features: &'a [&'a str],
    tells: Tells,
    /// Roughly how long the build takes on two cores, for the person waiting.
    patience: &'a str,
}

/// What a program says of itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tells {
    Version,
    /// Only how it is called: then none but the one installed here will do.
    Help,
}

impl CargoTool<'_> {
    fn is(&self, program: &Path) -> bool {
        match self.tells {
            Tells::Version => has_version(program, self.version),
            Tells::Help => process::answer(Command::new(program).arg("--help")).is_some(),
        }
    }

    fn on_path(&self) -> Option<PathBuf> {
        if self.tells == Tells::Help {
            return None;
        }
        process::on_path(self.program).filter(|own| self.is(own))
    }
}

/// Trunk, which builds and serves the app.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn trunk() -> Outcome<PathBuf> {
    ensure(&CargoTool {
        krate: "trunk",
        program: "trunk",
        version: "0.21.14",
        features: &[],
        tells: Tells::Version,
        patience: "three minutes",
    })
}

/// wasm-bindgen, in the version of the library that `Cargo.lock` names:
/// the two work only together.
///
/// # Errors
/// When the lock file cannot be read, or the tool is missing and cannot be
/// installed.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    let path = workspace::root().join("Cargo.lock");
    let next = "Run `cargo generate-lockfile`, or restore the file from Git, and try again.";
    let lock = fs::read_to_string(&path).or_trouble("Cannot read Cargo.lock", next)?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Trouble::new("Cargo.lock does not name wasm-bindgen.", next))?;
    ensure(&CargoTool {
        krate: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version,
        features: &[],
        tells: Tells::Version,
        patience: "a minute",
    })
}

/// wasm-split, which cuts out the parts of the app that arrive when they are
/// first used: the companion of the library that Leptos brings along.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn wasm_split() -> Outcome<PathBuf> {
    ensure(&CargoTool {
        krate: "wasm_split_cli_support",
        program: "wasm-split-cli",
        version: "0.2.4",
        features: &["build-binary"],
        tells: Tells::Help,
        patience: "a minute",
    })
}

/// cargo-deny, which checks licences and sources of the dependencies.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn cargo_deny() -> Outcome<PathBuf> {
    ensure(&CargoTool {
        krate: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2",
        features: &[],
        tells: Tells::Version,
        patience: "a minute",
    })
}

fn ensure(tool: &CargoTool<'_>) -> Outcome<PathBuf> {
    if let Some(own) = tool.on_path() {
        return Ok(own);
    }
    let name = format!("{}-{}", tool.krate, tool.version);
    let file = format!("{}{}", tool.program, env::consts::EXE_SUFFIX);
    let inside = Path::new("bin").join(file);
    let works = |folder: &Path| tool.is(&folder.join(&inside));
    let folder = cache::folder_for(&name)?;
    if works(&folder) {
        return Ok(folder.join(inside));
    }
    Ok(cache::fill(&name, works, |folder| install(tool, folder))?.join(inside))
}

/// Builds without optimisation: that takes a fraction of the time, and what
/// the tool makes is the same.
fn install(tool: &CargoTool<'_>, folder: &Path) -> Outcome {
    println!(
        "Installing {} {} for this project alone (about {}) …",
        tool.krate, tool.version, tool.patience
    );
    let building = folder.join("building");
    let mut cargo = process::cargo();
    cargo
        .args(["install", "--quiet", "--locked", "--debug", "--force"])
        .args(["--version", tool.version, tool.krate])
        .args(["--features", &tool.features.join(",")])
        .arg("--root")
        .arg(folder)
        .env("CARGO_TARGET_DIR", &building)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTFLAGS");
    process::run(
        &mut cargo,
        "Check the connection to crates.io and that a C compiler is there (`cc --version`), \
         then try again.",
    )?;
    fs::remove_dir_all(&building).or_trouble(
        format_args!("Cannot tidy up {}", building.display()),
        "Remove that folder by hand and try again.",
    )
}

/// The version of a package in the text of a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-futures\"\n\
                        version = \"0.4.76\"\n\n[[package]]\nname = \"wasm-bindgen\"\n\
                        version = \"0.2.126\"\nsource = \"x\"\n";

    #[test]
    fn the_lock_file_names_the_version() {
        let cases = [
            ("wasm-bindgen", Some("0.2.126")),
            ("wasm-bindgen-futures", Some("0.4.76")),
            ("wasm", None),
        ];
        for (package, version) in cases {
            assert_eq!(locked_version(LOCK, package), version, "{package}");
        }
    }
}
