//! Programs that live and die with the command that started them.

use std::process::{Child, Command};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::PAUSE;
use crate::process;
use crate::trouble::{OrTrouble, Outcome, Trouble};

/// The programs, and whether the person has asked for the end.
pub struct Children {
    running: Vec<(&'static str, Child)>,
    stopping: Arc<AtomicBool>,
}

impl Children {
    /// Listens for Ctrl-C and the system's request to end.
    ///
    /// # Errors
    /// When the system does not let us listen.
    pub fn new() -> Outcome<Self> {
        let stopping = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&stopping);
        ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed))
            .or_trouble("Cannot listen for Ctrl-C", "Try again in another terminal.")?;
        Ok(Self {
            running: Vec::new(),
            stopping,
        })
    }

    /// Starts a program, under the name to speak of it by.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(&mut self, name: &'static str, command: &mut Command) -> Outcome<&mut Child> {
        let child = command.spawn().or_trouble(
            format_args!("Could not start {}", process::shown(command)),
            "Check that the file may be run and try again.",
        )?;
        self.running.push((name, child));
        // There is at least the one just added.
        let last = self.running.len() - 1;
        Ok(&mut self.running[last].1)
    }

    /// Whether the person has asked for the end.
    pub fn are_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    /// Waits as long as `goes_on` says so and nobody asks for the end.
    ///
    /// # Errors
    /// When one of the programs ends by itself.
    pub fn wait(&mut self, mut goes_on: impl FnMut() -> bool) -> Outcome {
        while !self.are_stopping() && goes_on() {
            thread::sleep(PAUSE);
            if let Some(name) = self.ended() {
                // Ctrl-C reaches the programs too, perhaps before us.
                thread::sleep(PAUSE);
                if self.are_stopping() {
                    break;
                }
                return Err(Trouble::new(
                    format!("{name} has ended by itself, so everything was stopped."),
                    "See its last message above, and start again with `cargo xtask serve`.",
                ));
            }
        }
        Ok(())
    }

    fn ended(&mut self) -> Option<&'static str> {
        self.running
            .iter_mut()
            .find_map(|(name, child)| match child.try_wait() {
                Ok(None) => None,
                Ok(Some(_)) | Err(_) => Some(*name),
            })
    }
}

impl Drop for Children {
    fn drop(&mut self) {
        for (_, child) in &mut self.running {
            // One that has ended already needs no ending.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
