//! The release bundle: built, looked through, weighed.

mod compiler_flags;
mod freshness;
mod inspection;
mod machine_paths;
pub mod sizes;

use std::path::PathBuf;
use std::process::Command;

use crate::process;
use crate::tools::WebTools;
use crate::trouble::{Outcome, Trouble};
use crate::workspace;
use machine_paths::MachinePaths;
use sizes::Sizes;

/// Which client ID the bundle comes with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ClientId {
    /// The one in the environment, if there is one.
    OfThePerson,
    /// None.
    None,
}

/// `cargo xtask dist`: makes the bundle and prints its sizes.
///
/// # Errors
/// When it cannot be built or breaks a rule.
pub fn run(trunk: &[String]) -> Outcome {
    let sizes = build(ClientId::OfThePerson, trunk)?;
    println!("\n{sizes}");
    println!("The bundle is in {}.", workspace::dist().display());
    Ok(())
}

/// Builds the bundle in `dist/`, looks through it, and weighs it. `arguments`
/// go to Trunk.
///
/// # Errors
/// When it cannot be built or breaks a rule.
pub fn build(client_id: ClientId, arguments: &[String]) -> Outcome<Sizes> {
    refuse_another_folder(arguments)?;
    let paths = MachinePaths::find()?;
    let mut trunk = trunk(client_id, &paths)?;
    trunk.args(arguments);
    println!("Building the release bundle …");
    process::run(&mut trunk, NEXT)?;
    let dist = workspace::dist();
    inspection::inspect(&dist, &paths)?;
    if client_id == ClientId::None && arguments.is_empty() {
        freshness::note()?;
    }
    Sizes::of(&dist)
}

/// Builds the bundle, unless the one in `dist/` is what a build without client
/// ID and arguments would give.
///
/// # Errors
/// When it cannot be built or breaks a rule.
pub fn ensure_current() -> Outcome {
    if freshness::is_current()? {
        return Ok(());
    }
    build(ClientId::None, &[]).map(drop)
}

/// Builds the bundle as it is for the path `base` of its host, in the folder
/// that Cargo builds in, unless that was done since `dist/` was built.
///
/// # Errors
/// When it cannot be built.
pub fn ensure_below(base: &str) -> Outcome<PathBuf> {
    let folder = workspace::target()?.join("bundle-below");
    if !freshness::is_later(&folder, &workspace::dist()) {
        let mut trunk = trunk(ClientId::None, &MachinePaths::find()?)?;
        trunk.args(["--public-url", base, "--dist"]).arg(&folder);
        println!("Building the release bundle for {base} …");
        process::run(&mut trunk, NEXT)?;
    }
    Ok(folder)
}

const NEXT: &str = "See the message above; `cargo xtask dist` builds the bundle again.";

/// Trunk, about to build a bundle with nothing of this machine in it.
fn trunk(client_id: ClientId, paths: &MachinePaths) -> Outcome<Command> {
    let tools = WebTools::for_release()?;
    let mut trunk = tools.trunk("build")?;
    trunk
        .args(["--release", "--locked"])
        .env_remove("CRATEDIGGER_SIMULATOR");
    let mut flags = paths.compiler_flags();
    if tools.can_cut() {
        trunk.args(["--features", "parts"]);
        // Where one function needs another can only be seen from these.
        flags.extend(["-C", "link-arg=--emit-relocs"].map(str::to_owned));
        println!("The optimiser will warn of a linking section: the app is cut along it.");
    } else {
        println!("Without npm the app is built in one piece, and the first load is larger.");
    }
    if client_id == ClientId::None {
        trunk.env_remove("CRATEDIGGER_CLIENT_ID");
    }
    compiler_flags::set(&mut trunk, flags);
    Ok(trunk)
}

/// What is built is looked through in `dist/`, so it has to be there.
fn refuse_another_folder(arguments: &[String]) -> Outcome {
    let other = |argument: &String| {
        argument == "-d" || argument == "--dist" || argument.starts_with("--dist=")
    };
    if arguments.iter().any(other) {
        Err(Trouble::new(
            "The bundle is always made in dist/.",
            "Leave `--dist` out, and copy the folder afterwards.",
        ))
    } else {
        Ok(())
    }
}
