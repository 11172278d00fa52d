//! Node.js, which the browser tests run on and the commands do not install.

use std::process::Command;

use crate::process;
use crate::trouble::{Outcome, Trouble};

const OLDEST: u32 = 20;

/// `npm`, under the name it has here.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// `npx`, under the name it has here.
pub fn npx() -> Command {
    Command::new(if cfg!(windows) { "npx.cmd" } else { "npx" })
}

/// Whether npm can be called.
pub fn npm_is_there() -> bool {
    process::answer(npm().arg("--version")).is_some()
}

/// Makes sure that Node is new enough.
///
/// # Errors
/// When it is missing or older than the tests need.
pub fn ensure() -> Outcome {
    let next = format!("Install Node {OLDEST} or newer from nodejs.org and try again.");
    let Some(version) = process::answer(Command::new("node").arg("--version")) else {
        return Err(Trouble::new(
            "The browser tests need Node.js, which is not here.",
            next,
        ));
    };
    match major(&version) {
        Some(number) if number >= OLDEST => Ok(()),
        _ => Err(Trouble::new(
            format!("The browser tests need Node {OLDEST} or newer; this one is {version}."),
            next,
        )),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_first_number_counts() {
        let cases = [
            ("v20.20.2", Some(20)),
            ("v8.0.0", Some(8)),
            ("20.1", None),
            ("v", None),
        ];
        for (version, number) in cases {
            assert_eq!(major(version), number, "{version}");
        }
    }
}
