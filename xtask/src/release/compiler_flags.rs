//! Compiler flags for what runs in the browser.

use std::process::Command;

/// Adds to the flags of `.cargo/config.toml`.
const FOR_THE_BROWSER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
/// Takes the place of all others.
const FOR_EVERYTHING: &str = "CARGO_ENCODED_RUSTFLAGS";
/// The flags of `.cargo/config.toml`; a test sees to it.
const CONFIGURED: [&str; 2] = ["-C", "link-arg=-zstack-size=262144"];

/// Adds flags for the browser, in place of any that the person has set, so
/// that the same source gives the same bundle everywhere.
pub fn set(command: &mut Command, flags: Vec<String>) {
    command.env_remove("RUSTFLAGS").env_remove(FOR_EVERYTHING);
    if flags.iter().any(|flag| flag.contains(' ')) {
        // Only this variable can carry a space. It also reaches the hook, and
        // so costs one more build of these commands.
        let all: Vec<_> = CONFIGURED
            .map(str::to_owned)
            .into_iter()
            .chain(flags)
            .collect();
        command.env(FOR_EVERYTHING, all.join("\u{1f}"));
    } else {
        command.env(FOR_THE_BROWSER, flags.join(" "));
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{CONFIGURED, set};

    fn variables(flags: &[&str]) -> Vec<(String, Option<String>)> {
        let mut command = Command::new("trunk");
        set(
            &mut command,
            flags.iter().map(|&one| one.to_owned()).collect(),
        );
        let text = |value: &std::ffi::OsStr| value.to_string_lossy().into_owned();
        command
            .get_envs()
            .map(|(name, value)| (text(name), value.map(text)))
            .collect()
    }

    #[test]
    fn a_space_in_a_path_is_carried() {
        let plain = variables(&["--a=/b", "--c=/d"]);
        let browser = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS".to_owned();
        assert!(plain.contains(&(browser, Some("--a=/b --c=/d".to_owned()))));
        assert!(plain.contains(&("RUSTFLAGS".to_owned(), None)));
        let spaced = variables(&["--a=/b c"]);
        let everything = "-C\u{1f}link-arg=-zstack-size=262144\u{1f}--a=/b c".to_owned();
        assert!(spaced.contains(&("CARGO_ENCODED_RUSTFLAGS".to_owned(), Some(everything))));
    }

    #[test]
    fn the_configured_flags_are_the_same_here() {
        let config = include_str!("../../../.cargo/config.toml");
        let line = format!("rustflags = {CONFIGURED:?}");
        assert!(config.lines().any(|own| own == line), "{line}");
    }
}
