/// Where Spotify sends the listener back to: the app's own base address. Made
/// from the page's origin and the build's base path alone, shown to the
/// listener to register, and sent byte for byte in both the authorization
/// request and the token request (security 7, RFC 9700 §4.1.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedirectUri(String);

impl RedirectUri {
    /// The redirect URI of an app at `origin` (`https://host`, no slash at the
    /// end) under `base_path` (begins and ends with a slash).
    pub fn of_app(origin: &str, base_path: &str) -> Self {
        Self(format!("{origin}{base_path}"))
    }

    /// As a pending authorization recorded it.
    pub(crate) const fn recorded(text: String) -> Self {
        Self(text)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether Spotify refuses it for naming `localhost` (contract 1.3).
    pub fn is_localhost(&self) -> bool {
        self.0
            .strip_prefix("http://localhost")
            .is_some_and(|rest| rest.starts_with([':', '/']))
    }

    /// Whether Spotify accepts it at all: `https`, or `http` on a loopback
    /// literal (contract 1.3).
    pub fn is_acceptable(&self) -> bool {
        self.0.starts_with("https://")
            || ["http://127.0.0.1", "http://[::1]"].iter().any(|literal| {
                self.0
                    .strip_prefix(literal)
                    .is_some_and(|rest| rest.starts_with([':', '/']))
            })
    }

    /// The same page at `127.0.0.1`, when this one is at `localhost`.
    pub fn at_loopback_literal(&self) -> Option<String> {
        self.is_localhost()
            .then(|| self.0.replacen("localhost", "127.0.0.1", 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_base_address_at_the_root_and_below() {
        let root = RedirectUri::of_app("http://127.0.0.1:8080", "/");
        assert_eq!(root.as_str(), "http://127.0.0.1:8080/");
        let below = RedirectUri::of_app("https://music.example", "/crate/");
        assert_eq!(below.as_str(), "https://music.example/crate/");
    }

    #[test]
    fn spotify_takes_https_and_loopback_literals_only() {
        for (origin, acceptable) in [
            ("https://music.example", true),
            ("http://127.0.0.1:8080", true),
            ("http://[::1]:8080", true),
            ("http://localhost:8080", false),
            ("http://127.0.0.1.evil.example", false),
            ("http://192.168.1.9:8080", false),
        ] {
            let uri = RedirectUri::of_app(origin, "/");
            assert_eq!(uri.is_acceptable(), acceptable, "{origin}");
        }
    }

    #[test]
    fn localhost_is_led_to_the_literal() {
        let uri = RedirectUri::of_app("http://localhost:8080", "/localhost/");
        assert_eq!(
            uri.at_loopback_literal().as_deref(),
            Some("http://127.0.0.1:8080/localhost/")
        );
        let other = RedirectUri::of_app("http://localhosts.example", "/");
        assert_eq!(other.at_loopback_literal(), None);
    }
}
