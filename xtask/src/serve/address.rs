//! Asking a server on this machine whether it is ready.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(2);

/// What an address answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The page.
    Page,
    /// Something else: the server is there, the page is not.
    NoPage,
    /// Nothing: no server is there yet.
    Nothing,
}

/// Asks for the page of a server on this machine.
pub fn ask(port: u16) -> Answer {
    match first_line(port) {
        Ok(line) if line.starts_with(b"HTTP/1.1 200") => Answer::Page,
        Ok(line) if line.starts_with(b"HTTP/") => Answer::NoPage,
        _ => Answer::Nothing,
    }
}

fn first_line(port: u16) -> std::io::Result<[u8; 12]> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let request = format!(
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes())?;
    let mut line = [0; 12];
    stream.read_exact(&mut line)?;
    Ok(line)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{Ipv4Addr, TcpListener};
    use std::thread;

    use super::{Answer, ask};

    fn asked(reply: &'static str) -> Answer {
        let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = server.local_addr().expect("an address").port();
        let thread = thread::spawn(move || {
            let (mut stream, _) = server.accept().expect("a visitor");
            let _ = stream.read(&mut [0; 512]);
            let _ = stream.write_all(reply.as_bytes());
        });
        let answer = ask(port);
        thread.join().expect("the server");
        answer
    }

    #[test]
    fn the_status_tells() {
        let cases = [
            ("HTTP/1.1 200 OK\r\n\r\n", Answer::Page),
            ("HTTP/1.1 404 Not Found\r\n\r\n", Answer::NoPage),
            ("SSH-2.0-OpenSSH\r\n", Answer::Nothing),
            ("", Answer::Nothing),
        ];
        for (reply, expected) in cases {
            assert_eq!(asked(reply), expected, "{reply}");
        }
    }
}
