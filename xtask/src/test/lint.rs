//! The format, and what the compiler and clippy have to say.

use std::process::Command;

use crate::process;
use crate::tools;
use crate::trouble::Outcome;

/// Checks the format, then the code for this machine and for the browser.
/// `rest` goes to clippy.
///
/// # Errors
/// When something is not as it should be.
pub fn run(rest: &[String]) -> Outcome {
    let mut format = process::cargo();
    format.args(["fmt", "--all", "--check"]);
    process::run(
        &mut format,
        "Run `cargo fmt --all` (`rustup component add rustfmt` brings it).",
    )?;
    tools::ensure_wasm_target()?;
    clippy(&["--workspace", "--all-targets"], rest)?;
    let browser = [
        "--package",
        "cratedigger",
        "--target",
        "wasm32-unknown-unknown",
    ];
    clippy(&browser, rest)?;
    // As it is shipped.
    let in_parts = [&browser[..], &["--features", "parts"]].concat();
    clippy(&in_parts, rest)
}

fn clippy(what: &[&str], rest: &[String]) -> Outcome {
    let mut clippy: Command = process::cargo();
    clippy
        .args(["clippy", "--locked"])
        .args(what)
        .args(rest)
        .args(["--", "-D", "warnings"]);
    process::run(
        &mut clippy,
        "Mend what is named above (`rustup component add clippy` brings clippy).",
    )
}
