//! The simulated Spotify as a program of its own.

use std::io;
use std::io::Write;

use clap::Parser;
use simulator::DEMO_CLIENT_ID;
use simulator::Settings;
use simulator::Simulator;
use simulator::server;
use simulator::server::Ports;
use tokio::io::AsyncReadExt;

/// A simulated Spotify on loopback addresses, for trying clients out.
#[derive(Debug, Parser)]
#[command(name = "simulator", after_long_help = MANUAL)]
struct CommandLine {
    /// Serve plain HTTP on this port (0: any). One origin stands in for all of
    /// Spotify's hosts, and every link stays on it. This is what happens when
    /// neither --http nor --tls is given.
    #[arg(long, value_name = "PORT")]
    http: Option<u16>,

    /// Serve TLS on this port (0: any) for Spotify's own host names, with a
    /// certificate made on the spot.
    #[arg(long, value_name = "PORT")]
    tls: Option<u16>,

    /// Serve the control address on this port (0: any).
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    control: u16,

    /// Make other music.
    #[arg(long, default_value_t = Settings::default().seed)]
    seed: u64,

    /// Stop when standard input closes, so that it ends with its parent.
    #[arg(long)]
    until_stdin_closes: bool,
}

const MANUAL: &str = include_str!("manual.txt");

#[tokio::main]
async fn main() -> io::Result<()> {
    let command_line = CommandLine::parse();
    let simulator = Simulator::new(Settings {
        seed: command_line.seed,
    });
    announce(&server::start(simulator, command_line.ports()).await?)?;
    if command_line.until_stdin_closes {
        end_of_input().await
    } else {
        std::future::pending().await
    }
}

impl CommandLine {
    fn ports(&self) -> Ports {
        let http = self.http.or_else(|| self.tls.is_none().then_some(0));
        Ports {
            http,
            tls: self.tls,
            control: Some(self.control),
        }
    }
}

/// One line of JSON on standard output says where everything is.
fn announce(served: &server::Served) -> io::Result<()> {
    let mut line = serde_json::to_value(served)?;
    line["client_id"] = DEMO_CLIENT_ID.into();
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

async fn end_of_input() -> io::Result<()> {
    let mut input = tokio::io::stdin();
    let mut scrap = [0; 1024];
    while input.read(&mut scrap).await? > 0 {}
    // Reading standard input holds a thread that would hold up the exit.
    std::process::exit(0)
}
