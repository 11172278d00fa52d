//! The standard library for the browser, which rustup brings.

use std::path::Path;
use std::process::Command;

use crate::process;
use crate::trouble::{Outcome, Trouble};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target where it is missing.
///
/// # Errors
/// When it is missing and rustup is not there or cannot bring it.
pub fn ensure() -> Outcome {
    if is_there() {
        return Ok(());
    }
    if process::on_path("rustup").is_none() {
        return Err(Trouble::new(
            format!("Rust has no standard library for {TARGET}, and rustup is not here to add it."),
            "Install Rust through rustup, or the package of your system that brings this \
             target, and try again.",
        ));
    }
    println!("Adding the Rust target {TARGET} …");
    process::run(
        Command::new("rustup").args(["target", "add", TARGET]),
        "Check the connection to static.rust-lang.org and try again.",
    )
}

/// Asks the compiler rather than rustup, which is not how everybody has Rust.
fn is_there() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    process::answer(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir())
}
