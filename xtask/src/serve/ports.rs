//! Ports on this machine.

use std::net::{Ipv4Addr, TcpListener};

use crate::trouble::{Outcome, Trouble};

/// How many ports to try one after the other.
const TRIES: u16 = 50;

/// The port that was asked for, or the first free one from `usual` on.
///
/// # Errors
/// When the port that was asked for is taken, or all that were tried are.
pub fn choose(asked: Option<u16>, usual: u16) -> Outcome<u16> {
    match asked {
        Some(port) if is_free(port) => Ok(port),
        Some(port) => Err(Trouble::new(
            format!("Port {port} is taken by another program."),
            "Leave `--port` out to have a free one chosen, or name another.",
        )),
        None => first_free(usual),
    }
}

/// The first free port from `usual` on.
///
/// # Errors
/// When all that were tried are taken.
pub fn first_free(usual: u16) -> Outcome<u16> {
    (usual..usual.saturating_add(TRIES))
        .find(|port| is_free(*port))
        .ok_or_else(|| {
            Trouble::new(
                format!("The ports {usual} to {} are all taken.", usual + TRIES - 1),
                "Stop a program that uses one of them and try again.",
            )
        })
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::choose;

    #[test]
    fn a_taken_port_is_passed_over_unless_it_was_asked_for() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = taken.local_addr().expect("an address").port();
        assert!(choose(Some(port), 1).is_err());
        let other = choose(None, port).expect("another port");
        assert!(other > port);
    }
}
