//! `cargo xtask serve`: the app in the browser while it is being worked on.

mod address;
mod children;
mod ports;
mod simulator;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::arguments::{ServeOptions, Spotify};
use crate::tools::WebTools;
use crate::trouble::{OrTrouble, Outcome};
use crate::workspace;
use address::Answer;
use children::Children;
use simulator::Addresses;

/// The client ID of the app that the simulated Spotify knows.
const DEMO_CLIENT_ID: &str = "4f1c0a9be27d4d0c8a6f7e35b1902d6c";
/// Where the app is served unless another program is there.
const PORT: u16 = 8080;
/// How often to look after the programs.
const PAUSE: Duration = Duration::from_millis(200);

/// Serves the app until Ctrl-C.
///
/// # Errors
/// When a tool is missing and cannot be installed, no port is free, or one of
/// the programs ends by itself.
pub fn run(options: &ServeOptions) -> Outcome {
    let tools = WebTools::for_development()?;
    let port = ports::choose(options.port, PORT)?;
    let mut children = Children::new()?;
    let mut trunk = trunk(&tools, port, &workspace::target()?)?;
    let simulator = match options.spotify {
        Spotify::Simulated => Some(simulator::start(&mut children)?),
        Spotify::Live => None,
    };
    match &simulator {
        Some(addresses) => trunk
            .env("CRATEDIGGER_SIMULATOR", &addresses.spotify)
            .env("CRATEDIGGER_CLIENT_ID", DEMO_CLIENT_ID),
        None => trunk.env_remove("CRATEDIGGER_SIMULATOR"),
    };
    println!("Building the app; the first time takes a minute or two …");
    children.start("Trunk", &mut trunk)?;
    wait_for_the_app(&mut children, port)?;
    if !children.are_stopping() {
        announce(port, simulator.as_ref());
    }
    children.wait(|| true)
}

/// A folder of its own keeps what is served apart from the bundle in `dist/`
/// and from what is served on other ports. It starts empty, so that what
/// answers is what was built last.
fn trunk(tools: &WebTools, port: u16, target: &Path) -> Outcome<Command> {
    let folder = target.join("serve").join(port.to_string());
    if folder.exists() {
        fs::remove_dir_all(&folder).or_trouble(
            format_args!("Cannot empty {}", folder.display()),
            "Remove that folder by hand and try again.",
        )?;
    }
    let mut trunk = tools.trunk("serve")?;
    trunk
        .args(["--port", &port.to_string()])
        .arg("--dist")
        .arg(folder);
    Ok(trunk)
}

/// Waits until the page can be opened.
///
/// Trunk answers as soon as the first build has ended, well or badly.
fn wait_for_the_app(children: &mut Children, port: u16) -> Outcome {
    let mut told = false;
    children.wait(|| match address::ask(port) {
        Answer::Page => false,
        Answer::NoPage if !told => {
            told = true;
            println!("\nThe build failed, see above. It starts again when a file changes.");
            true
        }
        Answer::NoPage | Answer::Nothing => true,
    })
}

fn announce(port: u16, simulator: Option<&Addresses>) {
    // Not `localhost`: Spotify refuses that name as a redirect URI.
    println!("\nOpen http://127.0.0.1:{port}/");
    match simulator {
        Some(addresses) => println!(
            "It talks to a simulated Spotify: connect as any of its listeners. Faults and the \
             clock\nare set at {} (`cargo run --package simulator -- --help`).",
            addresses.control
        ),
        None => println!(
            "It talks to the real Spotify: register this address, as it stands, as the redirect \
             URI\nof your app."
        ),
    }
    println!("Stop with Ctrl-C.");
}
