//! `cargo xtask test`: every check there is, in the order in which mistakes
//! are cheapest to find.

mod browser;
mod bundle;
mod dependencies;
mod lint;
mod native;

use std::time::{Duration, Instant};

use crate::arguments::TestOptions;
use crate::trouble::{Outcome, Trouble};

/// One of the checks, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Format and clippy, for this machine and for the browser.
    Lint,
    /// The tests that need no browser.
    Native,
    /// Licences, sources and known holes of what the project builds upon.
    Dependencies,
    /// The release bundle and its rules.
    Bundle,
    /// The journeys of a listener, in a browser, on the release bundle.
    Browser,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [
        Self::Lint,
        Self::Native,
        Self::Dependencies,
        Self::Bundle,
        Self::Browser,
    ];

    /// The step of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Dependencies => "dependencies",
            Self::Bundle => "bundle",
            Self::Browser => "browser",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Lint => "format and lints",
            Self::Native => "tests without a browser",
            Self::Dependencies => "licences and sources of the dependencies",
            Self::Bundle => "release bundle",
            Self::Browser => "journeys in a browser",
        }
    }

    fn run(self, rest: &[String]) -> Outcome {
        match self {
            Self::Lint => lint::run(rest),
            Self::Native => native::run(rest),
            Self::Dependencies => dependencies::run(rest),
            Self::Bundle => bundle::run(rest),
            Self::Browser => browser::run(rest),
        }
    }
}

/// Runs the steps one after the other, up to the first that fails.
///
/// # Errors
/// With the step that failed and how to run it alone.
pub fn run(options: &TestOptions) -> Outcome {
    let start = Instant::now();
    let count = options.steps.len();
    for (index, step) in options.steps.iter().enumerate() {
        let so_far = clock(start.elapsed());
        println!("\n── {}/{count} {} · {so_far}", index + 1, step.title());
        step.run(&options.rest).map_err(|trouble| {
            Trouble::new(
                format!("The step `{}` failed. {trouble}", step.name()),
                format!("It runs alone with `cargo xtask test {}`.", step.name()),
            )
        })?;
    }
    println!("\nAll is well, after {}.", clock(start.elapsed()));
    Ok(())
}

fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Step, clock};

    #[test]
    fn every_step_answers_to_its_name() {
        for step in Step::ALL {
            assert_eq!(Step::named(step.name()), Some(step));
        }
        assert_eq!(Step::named("all"), None);
    }

    #[test]
    fn the_steps_run_in_the_order_they_are_listed() {
        assert!(Step::ALL.is_sorted());
    }

    #[test]
    fn times_read_as_minutes_and_seconds() {
        let cases = [(0, "00:00"), (61, "01:01"), (3600, "60:00")];
        for (seconds, expected) in cases {
            assert_eq!(clock(Duration::from_secs(seconds)), expected);
        }
    }
}
