//! The command line.

use crate::test::Step;

/// What `--help` prints.
pub const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--live] [--port N]      serve the app with a simulated Spotify and print
                                 the one address to open; --live talks to the
                                 real Spotify instead
  test [STEP…] [-- ARGS…]        run every check, or only the steps named:
                                 lint, native, dependencies, bundle, browser;
                                 with one step, ARGS go to its tool
  dist [-- ARGS…]                make the release bundle in dist/ and print its
                                 sizes; ARGS go to Trunk (--public-url /sub/)
  bench                          print the figures of the bundle as a table

Tools that are missing are installed, pinned, into a cache folder of their own.";

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print [`HELP`].
    Help,
    /// Serve the app on this machine.
    Serve(ServeOptions),
    /// Run the checks.
    Test(TestOptions),
    /// Make the release bundle; the arguments are Trunk's.
    Dist { trunk: Vec<String> },
    /// Print the figures.
    Bench,
    /// Called by Trunk, not by people: see `crate::bundle`.
    FinishBundle,
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct ServeOptions {
    /// Which Spotify the app talks to.
    pub spotify: Spotify,
    /// The port that was asked for, if any was.
    pub port: Option<u16>,
}

/// The Spotify that a served app talks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spotify {
    /// The simulated one, started beside the app.
    Simulated,
    /// The real one.
    Live,
}

/// What to test.
#[derive(Debug, PartialEq, Eq)]
pub struct TestOptions {
    /// The steps to run, in the order in which they run.
    pub steps: Vec<Step>,
    /// Passed on to the tool of the only step.
    pub rest: Vec<String>,
}

/// Reads the arguments after `cargo xtask`.
///
/// # Errors
/// A sentence about the first argument that makes no sense.
pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut own: Vec<String> = arguments.collect();
    let rest = match own.iter().position(|argument| argument == "--") {
        Some(at) => own.split_off(at).split_off(1),
        None => Vec::new(),
    };
    if own.iter().any(|one| one == "--help" || one == "-h") {
        return Ok(Command::Help);
    }
    let (name, own) = own.split_first().ok_or("Say which command to run.")?;
    match name.as_str() {
        "help" => Ok(Command::Help),
        "serve" => nothing_in(&rest).and(serve(own)),
        "test" => test(own, rest),
        "dist" => nothing_in(own).map(|()| Command::Dist { trunk: rest }),
        "bench" => nothing_in(own)
            .and(nothing_in(&rest))
            .map(|()| Command::Bench),
        "finish-bundle" => nothing_in(own).map(|()| Command::FinishBundle),
        other => Err(format!("There is no command `{other}`.")),
    }
}

fn nothing_in(arguments: &[String]) -> Result<(), String> {
    match arguments.first() {
        None => Ok(()),
        Some(extra) => Err(format!("`{extra}` means nothing here.")),
    }
}

fn serve(arguments: &[String]) -> Result<Command, String> {
    let mut options = ServeOptions {
        spotify: Spotify::Simulated,
        port: None,
    };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--live" => options.spotify = Spotify::Live,
            "--port" => options.port = Some(port(arguments.next())?),
            other => return Err(format!("`serve` does not know `{other}`.")),
        }
    }
    Ok(Command::Serve(options))
}

fn port(value: Option<&String>) -> Result<u16, String> {
    value
        .and_then(|text| text.parse().ok())
        .filter(|port| *port > 0)
        .ok_or_else(|| "`--port` needs a number from 1 to 65535.".to_owned())
}

fn test(names: &[String], rest: Vec<String>) -> Result<Command, String> {
    let mut steps = names
        .iter()
        .map(|name| Step::named(name).ok_or_else(|| format!("There is no step `{name}`.")))
        .collect::<Result<Vec<_>, _>>()?;
    steps.sort_unstable();
    steps.dedup();
    if !rest.is_empty() && steps.len() != 1 {
        return Err("Name the one step whose tool gets what follows `--`.".to_owned());
    }
    if steps.is_empty() {
        steps = Step::ALL.to_vec();
    }
    Ok(Command::Test(TestOptions { steps, rest }))
}

#[cfg(test)]
mod tests {
    use super::{Command, ServeOptions, Spotify, TestOptions, parse};
    use crate::test::Step;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    fn serve(spotify: Spotify, port: Option<u16>) -> Command {
        Command::Serve(ServeOptions { spotify, port })
    }

    fn test(steps: &[Step], rest: &[&str]) -> Command {
        Command::Test(TestOptions {
            steps: steps.to_vec(),
            rest: rest.iter().map(|&one| one.to_owned()).collect(),
        })
    }

    #[test]
    fn every_command_is_understood() {
        let cases = [
            ("--help", Command::Help),
            ("test --help", Command::Help),
            ("serve", serve(Spotify::Simulated, None)),
            ("serve --port 9000 --live", serve(Spotify::Live, Some(9000))),
            ("test", test(&Step::ALL, &[])),
            (
                "test browser lint lint",
                test(&[Step::Lint, Step::Browser], &[]),
            ),
            (
                "test native -- --nocapture a",
                test(&[Step::Native], &["--nocapture", "a"]),
            ),
            (
                "dist -- --public-url /sub/",
                Command::Dist {
                    trunk: vec!["--public-url".to_owned(), "/sub/".to_owned()],
                },
            ),
            ("bench", Command::Bench),
            ("finish-bundle", Command::FinishBundle),
        ];
        for (line, command) in cases {
            assert_eq!(parsed(line), Ok(command), "{line}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        let cases = [
            ("", "Say which command"),
            ("fly", "`fly`"),
            ("serve --fast", "`--fast`"),
            ("serve --port", "--port"),
            ("serve --port 0", "--port"),
            ("serve --port 70000", "--port"),
            ("serve -- x", "`x`"),
            ("test everything", "`everything`"),
            ("test -- x", "Name the one step"),
            ("test lint native -- x", "Name the one step"),
            ("dist now", "`now`"),
            ("bench -- x", "`x`"),
        ];
        for (line, said) in cases {
            let misuse = parsed(line).expect_err(line);
            assert!(misuse.contains(said), "{line}: {misuse}");
        }
    }
}
