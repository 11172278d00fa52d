use crate::{
    config::STORAGE_PREFIX,
    oauth::random_text,
    ports::{Random, RandomError},
};

/// What the app's tab and its player window find each other by: nobody can
/// guess the name of their channel. Like a token it is printed nowhere.
///
/// ```compile_fail
/// fn print(key: cratedigger::player_window::PlayerKey) -> String {
///     key.to_string()
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct PlayerKey(String);

/// 32 octets in base64url.
const LENGTH: usize = 43;

impl PlayerKey {
    /// A new one: 32 random octets.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        random_text(random).map(Self)
    }

    /// Reads one that this tab kept, or that stands in the window's address.
    pub fn parse(text: &str) -> Option<Self> {
        let is_base64url = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        let is_key = text.len() == LENGTH && text.bytes().all(is_base64url);
        is_key.then(|| Self(text.to_owned()))
    }

    /// Its text. A test lists the few files that may call this (security 46).
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The name of the channel.
    pub fn channel_name(&self) -> String {
        format!("{STORAGE_PREFIX}player.{}", self.0)
    }
}

impl std::fmt::Debug for PlayerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_43_characters_that_an_address_can_hold() {
        let good = "aB3-_".repeat(8) + "xyz";
        let key = PlayerKey::parse(&good).expect("a key");
        assert_eq!(key.expose(), good);
        assert_eq!(format!("{key:?}"), "[redacted]");
        assert!(key.channel_name().ends_with(&format!("player.{good}")));
        for bad in ["", "abc", &good[1..], &format!("{good}x")] {
            assert_eq!(PlayerKey::parse(bad), None, "{bad}");
        }
        for odd in [" ", "%", "/", "#"] {
            assert_eq!(PlayerKey::parse(&good.replacen('a', odd, 1)), None, "{odd}");
        }
    }
}
