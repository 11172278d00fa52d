//! The tests that need no browser.

use crate::process;
use crate::trouble::Outcome;

/// Runs them; `rest` goes to `cargo test`.
///
/// # Errors
/// When one fails.
pub fn run(rest: &[String]) -> Outcome {
    let mut cargo = process::cargo();
    cargo.args(["test", "--workspace", "--locked"]).args(rest);
    process::run(&mut cargo, "Mend what failed above.")
}
