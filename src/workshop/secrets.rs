//! The one place where the workshop turns secrets into text.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::oauth::{CodeChallenge, CodeVerifier, Secret};

/// How much of a secret is shown while it is hidden, so that it can be
/// recognised where it comes again.
const HINT: usize = 4;

/// Shorter secrets than this give no hint.
const LONG: usize = 32;

/// What stands for the rest of a secret, however long it is.
const HIDDEN: &str = "••••••••";

/// The secrets that somebody asked to see, each by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revealed(Vec<Secret>);

/// How a secret may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reveal {
    /// Its beginning, and that there is more.
    Hidden(String),
    /// All of it.
    Shown(String),
}

impl Revealed {
    /// Whether somebody asked to see it.
    pub fn has(&self, secret: &Secret) -> bool {
        self.0.contains(secret)
    }

    /// The same, with `secret` shown if it was hidden and hidden if it was
    /// shown.
    #[must_use]
    pub fn toggled(mut self, secret: &Secret) -> Self {
        let before = self.0.len();
        self.0.retain(|shown| shown != secret);
        if self.0.len() == before {
            self.0.push(secret.clone());
        }
        self
    }

    /// `secret` as it may be shown.
    pub fn show(&self, secret: &Secret) -> Reveal {
        let text = secret.expose();
        if self.has(secret) {
            return Reveal::Shown(text.to_owned());
        }
        let hint = text.get(..HINT).filter(|_| text.len() >= LONG);
        Reveal::Hidden(format!("{}{HIDDEN}", hint.unwrap_or_default()))
    }
}

/// What to call it.
pub const fn name_of(secret: &Secret) -> &'static str {
    match secret {
        Secret::Verifier(_) => "verifier",
        Secret::State(_) => "state",
        Secret::Code(_) => "code",
        Secret::Access(_) => "access token",
        Secret::Refresh(_) => "refresh token",
    }
}

/// The bytes that `verifier` is the base64url of, in hexadecimal, as far as it
/// may be shown; `None` if it is the base64url of none.
pub fn octets_of(verifier: &CodeVerifier, revealed: &Revealed) -> Option<Reveal> {
    let octets = URL_SAFE_NO_PAD.decode(verifier.expose()).ok()?;
    if revealed.has(&Secret::Verifier(verifier.clone())) {
        return Some(Reveal::Shown(hexadecimal(&octets)));
    }
    Some(Reveal::Hidden(format!(
        "{} {HIDDEN}",
        hexadecimal(&octets[..octets.len().min(2)])
    )))
}

/// The hash of `verifier` in hexadecimal, which is no secret.
pub fn hash_of(verifier: &CodeVerifier) -> String {
    hexadecimal(&CodeChallenge::digest_of(verifier))
}

/// In pairs of digits.
fn hexadecimal(octets: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let pair = |octet: &u8| {
        [octet >> 4, octet & 15]
            .map(|digit| DIGITS[usize::from(digit)])
            .iter()
            .collect::<String>()
    };
    octets.iter().map(pair).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::State;

    fn state(text: &str) -> Secret {
        Secret::State(State::new(text.to_owned()))
    }

    #[test]
    fn a_secret_is_hidden_until_it_is_asked_for_and_then_again() {
        let secret = state("q7RkAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        let other = state("zzzzAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        let hidden = Reveal::Hidden("q7Rk••••••••".to_owned());
        let none = Revealed::default();
        assert_eq!(none.show(&secret), hidden);
        let one = none.toggled(&secret);
        assert_eq!(one.show(&secret), Reveal::Shown(secret.expose().to_owned()));
        assert!(matches!(one.show(&other), Reveal::Hidden(_)));
        assert_eq!(one.toggled(&secret).show(&secret), hidden);
    }

    #[test]
    fn a_short_secret_gives_no_hint() {
        let shown = Revealed::default().show(&state("q7Rk-short"));
        assert_eq!(shown, Reveal::Hidden("••••••••".to_owned()));
    }

    #[test]
    fn the_octets_of_rfc_7636_appendix_b() {
        let verifier = CodeVerifier::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".to_owned());
        let hidden = octets_of(&verifier, &Revealed::default());
        assert_eq!(hidden, Some(Reveal::Hidden("74 18 ••••••••".to_owned())));
        let revealed = Revealed::default().toggled(&Secret::Verifier(verifier.clone()));
        let shown = octets_of(&verifier, &revealed);
        assert_eq!(
            shown,
            Some(Reveal::Shown(
                "74 18 df b4 97 99 e0 25 4f fa 60 7d d8 ad bb ba \
                 16 d4 25 4d 69 d6 bf f0 5b 58 05 58 53 84 8d 79"
                    .to_owned()
            ))
        );
        let odd = CodeVerifier::new("~".repeat(43));
        assert_eq!(octets_of(&odd, &revealed), None);
    }
}
