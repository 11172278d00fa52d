//! The simulated Spotify beside the served app.

use std::io::{self, BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;

use super::children::Children;
use super::ports;
use crate::process;
use crate::trouble::{OrTrouble, Outcome, Trouble};

/// Always the same where it is free, because the app has the address built in
/// and would have to be built again for another.
const PORT: u16 = 8181;

/// Where the simulated Spotify can be reached.
#[derive(Debug, PartialEq, Eq)]
pub struct Addresses {
    /// The one origin that stands in for all of Spotify's hosts.
    pub spotify: String,
    /// Where its clock, accounts and faults are set.
    pub control: String,
}

/// Builds and starts it.
///
/// # Errors
/// When it cannot be built or started.
pub fn start(children: &mut Children) -> Outcome<Addresses> {
    println!("Building the simulated Spotify …");
    let program = process::built("simulator")?;
    let port = ports::first_free(PORT)?;
    let mut command = Command::new(program);
    command
        .args(["--http", &port.to_string(), "--until-stdin-closes"])
        // It ends when this end of the pipe goes away, however that happens.
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let child = children.start("The simulated Spotify", &mut command)?;
    let mut said = BufReader::new(child.stdout.take().ok_or_else(silent)?);
    let mut line = String::new();
    said.read_line(&mut line)
        .or_trouble("The simulated Spotify cannot be heard", "Try again.")?;
    // Whoever writes into a pipe that nobody empties stops one day.
    thread::spawn(move || io::copy(&mut said, &mut io::sink()));
    addresses(&line).ok_or_else(silent)
}

fn silent() -> Trouble {
    Trouble::new(
        "The simulated Spotify did not say where it can be reached.",
        "Start it by itself with `cargo run --package simulator` to see why.",
    )
}

/// Reads the line that the simulator prints when it is ready.
fn addresses(line: &str) -> Option<Addresses> {
    let ready: Value = serde_json::from_str(line).ok()?;
    let origin = |port: &str| Some(format!("http://127.0.0.1:{}", ready.get(port)?.as_u64()?));
    Some(Addresses {
        spotify: origin("http_port")?,
        control: origin("control_port")?,
    })
}

#[cfg(test)]
mod tests {
    use super::{Addresses, addresses};

    #[test]
    fn the_first_line_says_where_it_is() {
        let line = r#"{"http_port":8181,"tls_port":null,"control_port":40001,"client_id":"x"}"#;
        let expected = Addresses {
            spotify: "http://127.0.0.1:8181".to_owned(),
            control: "http://127.0.0.1:40001".to_owned(),
        };
        assert_eq!(addresses(line), Some(expected));
        for line in ["", "ready", r#"{"http_port":null,"control_port":1}"#] {
            assert_eq!(addresses(line), None, "{line}");
        }
    }
}
