//! Running other programs, and saying plainly when one fails.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::trouble::{OrTrouble, Outcome, Trouble};
use crate::workspace;

/// The Cargo that runs this program, in the project's folder.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace::root());
    command
}

/// Runs a command to its end, letting it print what it likes.
///
/// # Errors
/// When it cannot start or fails; `next` says what to do then.
pub fn run(command: &mut Command, next: &str) -> Outcome {
    let status = command
        .status()
        .or_trouble(format_args!("Could not start {}", shown(command)), next)?;
    if status.success() {
        Ok(())
    } else {
        Err(Trouble::new(format!("Failed: {}", shown(command)), next))
    }
}

/// Runs a command to its end, and lets what it printed be seen only when it
/// failed.
///
/// # Errors
/// When it cannot start or fails; `next` says what to do then.
pub fn run_unseen(command: &mut Command, next: &str) -> Outcome {
    let output = command
        .output()
        .or_trouble(format_args!("Could not start {}", shown(command)), next)?;
    if output.status.success() {
        return Ok(());
    }
    eprint!("{}", String::from_utf8_lossy(&output.stdout));
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    Err(Trouble::new(format!("Failed: {}", shown(command)), next))
}

/// Runs a command to its end and returns what it wrote to its standard output.
///
/// # Errors
/// When it cannot start or fails; `next` says what to do then.
pub fn output(command: &mut Command, next: &str) -> Outcome<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .or_trouble(format_args!("Could not start {}", shown(command)), next)?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Trouble::new(format!("Failed: {}", shown(command)), next))
    }
}

/// What a command prints, or `None` when it is not there or fails: for asking
/// a program about itself.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let mut line = format!("`{}", name.to_string_lossy());
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line.push('`');
    line
}

/// Where a program stands on the `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|candidate| candidate.is_file())
}

/// The `PATH` with these folders before all others.
///
/// # Errors
/// When a folder's name holds the character that separates folders.
pub fn path_with(first: &[PathBuf]) -> Outcome<OsString> {
    let others = env::var_os("PATH").unwrap_or_default();
    let all = first.iter().cloned().chain(env::split_paths(&others));
    env::join_paths(all).or_trouble(
        "The PATH cannot be extended",
        "Set XDG_CACHE_HOME to a folder with a plain name and try again.",
    )
}

/// Builds a program of this workspace and returns where it stands.
///
/// # Errors
/// When it cannot be built.
pub fn built(package: &str) -> Outcome<PathBuf> {
    let next = "Mend what the compiler names above and try again.";
    let mut cargo = cargo();
    cargo.args(["build", "--package", package, "--bin", package]);
    cargo.arg("--message-format=json-render-diagnostics");
    let messages = output(&mut cargo, next)?;
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == package)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .ok_or_else(|| Trouble::new(format!("Cargo built no program {package}."), next))
}
