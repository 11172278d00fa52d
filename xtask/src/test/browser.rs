//! The journeys of a listener, in a browser, on the release bundle.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::process;
use crate::release;
use crate::tools::chromium::{self, Chromium};
use crate::tools::node;
use crate::trouble::{OrTrouble, Outcome, Trouble};
use crate::workspace;

/// In the folder that npm fills: the lock file it was filled from.
const STAMP: &str = "node_modules/.lock-file";

/// Where the journey about a host with several sites has the app: the redirect
/// URI below it is registered with the simulated Spotify.
const BELOW: &str = "/sub/";

/// Runs them; `rest` goes to Playwright.
///
/// # Errors
/// When something they need is missing, or one fails.
pub fn run(rest: &[String]) -> Outcome {
    let folder = folder()?;
    node::ensure()?;
    release::ensure_current()?;
    let below = release::ensure_below(BELOW)?;
    ensure_packages(&folder)?;
    check_types(&folder)?;
    let browser = chromium::ensure(&folder)?;
    println!("Building the simulated Spotify …");
    let simulator = process::built("simulator")?;
    let mut playwright = node::npx();
    playwright
        .args(["playwright", "test"])
        .args(rest)
        .current_dir(&folder)
        .env("CRATEDIGGER_SIMULATOR_BIN", simulator)
        .env("CRATEDIGGER_DIST", workspace::dist())
        .env("CRATEDIGGER_DIST_BELOW", below);
    match browser {
        Chromium::At(path) => playwright.env(chromium::VARIABLE, path),
        Chromium::OfPlaywright => playwright.env_remove(chromium::VARIABLE),
    };
    process::run(
        &mut playwright,
        "See the message above; `-- --grep \"part of a title\"` runs one journey.",
    )
}

/// The folder with the journeys, once it is certain that they are there.
fn folder() -> Outcome<PathBuf> {
    let folder = workspace::root().join("tests").join("browser");
    for file in ["package.json", "package-lock.json"] {
        if !folder.join(file).is_file() {
            return Err(Trouble::new(
                format!("The journeys are missing: there is no tests/browser/{file}."),
                "Restore the folder tests/browser, or run the other steps by their names.",
            ));
        }
    }
    Ok(folder)
}

/// Lets the type checker read the journeys, if the folder asks for that.
fn check_types(folder: &Path) -> Outcome {
    let mut check = node::npm();
    check
        .args(["run", "--silent", "--if-present", "check"])
        .current_dir(folder);
    process::run(&mut check, "Mend what the type checker names above.")
}

/// Installs the packages of the lock file, unless they are there already.
fn ensure_packages(folder: &Path) -> Outcome {
    let next = "Try again, or run `npm ci` in tests/browser to see more.";
    let lock = fs::read(folder.join("package-lock.json"))
        .or_trouble("Cannot read package-lock.json", next)?;
    let wanted = format!("{:x}", Sha256::digest(lock));
    let stamp = folder.join(STAMP);
    if fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    println!("Installing the test tools of tests/browser …");
    let mut npm = node::npm();
    npm.args(["ci", "--silent", "--no-audit", "--no-fund"])
        .current_dir(folder);
    process::run(&mut npm, next)?;
    fs::write(&stamp, wanted).or_trouble("Cannot note what was installed", next)
}
