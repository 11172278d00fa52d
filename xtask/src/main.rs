//! The commands of the project: `serve`, `test`, `dist`, `bench`, and the hook
//! with which Trunk finishes a bundle.

mod arguments;
mod bench;
mod bundle;
mod process;
mod release;
mod serve;
mod table;
mod test;
mod tools;
mod trouble;
mod workspace;

use std::process::ExitCode;

use arguments::Command;
use trouble::Outcome;

/// What `main` returns for a command line that makes no sense.
const MISUSE: u8 = 2;

fn main() -> ExitCode {
    match arguments::parse(std::env::args().skip(1)) {
        Ok(command) => match run(command) {
            Ok(()) => ExitCode::SUCCESS,
            Err(trouble) => {
                eprintln!("\n{trouble}");
                ExitCode::FAILURE
            }
        },
        Err(misuse) => {
            eprintln!("{misuse}\n\n{}", arguments::HELP);
            ExitCode::from(MISUSE)
        }
    }
}

fn run(command: Command) -> Outcome {
    match command {
        Command::Help => {
            println!("{}", arguments::HELP);
            Ok(())
        }
        Command::Serve(options) => serve::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Dist { trunk } => release::run(&trunk),
        Command::Bench => bench::run(),
        Command::FinishBundle => bundle::finish(),
    }
}
