//! The release bundle: built, looked through, weighed.

mod compiler_flags;
mod freshness;
mod inspection;
mod machine_paths;
pub mod sizes;

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
    let tools = WebTools::for_release()?;
    println!("Building the release bundle …");
    let paths = MachinePaths::find()?;
    let mut trunk = tools.trunk("build")?;
    trunk
        .args(["--release", "--locked"])
        .args(arguments)
        .env_remove("CRATEDIGGER_SIMULATOR");
    if client_id == ClientId::None {
        trunk.env_remove("CRATEDIGGER_CLIENT_ID");
    }
    compiler_flags::set(&mut trunk, paths.compiler_flags());
    process::run(
        &mut trunk,
        "See the message above; `cargo xtask dist` builds the bundle again.",
    )?;
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
