//! What the project builds upon: licences, sources, doubtful crates, and the
//! holes that are publicly known.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::process;
use crate::tools;
use crate::trouble::{OrTrouble, Outcome};
use crate::workspace;

const CONFIGURATION: &str = "xtask/deny.toml";
/// How long the database of known holes may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(200);

/// Checks them; `rest` goes to `cargo deny check`.
///
/// # Errors
/// When a dependency breaks a rule of the configuration.
pub fn run(rest: &[String]) -> Outcome {
    let program = tools::cargo_deny()?;
    let next = format!("Choose another crate, or allow this one with a reason in {CONFIGURATION}.");
    let mut check = deny(&program);
    check
        .args(["check", "--hide-inclusion-graph"])
        .args(rest)
        .args(["licenses", "bans", "sources"]);
    process::run(&mut check, &next)?;
    if !known_holes_arrive(&program)? {
        println!("Known holes were not checked: their database cannot be reached from here.");
        return Ok(());
    }
    let mut check = deny(&program);
    check.args(["--offline", "check"]);
    process::run(
        check.args(rest).arg("advisories"),
        "Update the crate that is named (`cargo update --package …`) and try again.",
    )
}

fn deny(program: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(workspace::root())
        .args(["--workspace", "--config", CONFIGURATION]);
    command
}

/// Fetches the database of known holes, unless that takes too long.
fn known_holes_arrive(program: &Path) -> Outcome<bool> {
    let mut fetch = deny(program);
    fetch
        .args(["fetch", "db"])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let next = "Try again.";
    let mut child = fetch
        .spawn()
        .or_trouble("Could not start cargo-deny", next)?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().or_trouble("Lost cargo-deny", next)? {
            return Ok(status.success());
        }
        thread::sleep(PAUSE);
    }
    child.kill().or_trouble("Could not stop cargo-deny", next)?;
    child.wait().or_trouble("Lost cargo-deny", next)?;
    Ok(false)
}
