use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::ports::{Random, RandomError};

// A string that must not reach a log, an address or the page: `Debug` prints
// `[redacted]`, and there is no `Display` and no `Serialize`.
macro_rules! secret {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(String);

        impl $name {
            /// Wraps the text of the secret.
            pub const fn new(text: String) -> Self {
                Self(text)
            }

            /// The text of the secret. A test lists the few files that may
            /// call this (security 46).
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("[redacted]")
            }
        }
    };
}

secret! {
    /// What the Web API is called with; lives an hour (contract 2.2). It has
    /// no `Display`:
    ///
    /// ```compile_fail
    /// cratedigger::oauth::AccessToken::new(String::new()).to_string();
    /// ```
    ///
    /// and no `Serialize`:
    ///
    /// ```compile_fail
    /// serde_json::to_string(&cratedigger::oauth::AccessToken::new(String::new()));
    /// ```
    AccessToken
}

secret! {
    /// What a new access token is asked for with; lives six months from the
    /// consent (contract 2.2).
    RefreshToken
}

secret! {
    /// The single-use code in the authorization response (RFC 6749 §4.1.2).
    AuthorizationCode
}

secret! {
    /// The secret that proves that the one who exchanges the code is the one
    /// who asked for it (RFC 7636 §4.1).
    CodeVerifier
}

secret! {
    /// Binds the authorization response to the request (RFC 6749 §10.12).
    State
}

impl AccessToken {
    /// Enough of it to tell it from another, and its length. A short one is
    /// hidden altogether.
    pub fn masked(&self) -> String {
        const SHOWN: usize = 4;
        let text = &self.0;
        let length = text.chars().count();
        let start: String = text.chars().take(SHOWN).collect();
        let end: String = text.chars().skip(length.saturating_sub(SHOWN)).collect();
        if length < 8 * SHOWN {
            format!("•••••••• ({length} characters)")
        } else {
            format!("{start}••••••••{end} ({length} characters)")
        }
    }
}

impl CodeVerifier {
    /// A new verifier: 32 random octets as 43 characters (RFC 7636 §4.1).
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        random_text(random).map(Self)
    }
}

impl State {
    /// A new state: 32 random octets as 43 characters. It carries no data.
    pub fn generate(random: &dyn Random) -> Result<Self, RandomError> {
        random_text(random).map(Self)
    }
}

/// 32 random octets in base64url without padding: a text nobody can guess.
pub(crate) fn random_text(random: &dyn Random) -> Result<String, RandomError> {
    let mut bytes = [0; 32];
    random.fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, collections::HashSet};

    use super::*;

    /// Counts upwards, so that no two draws are alike.
    struct Counting(Cell<u64>);

    impl Random for Counting {
        fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
            self.0.set(self.0.get() + 1);
            bytes.fill(7);
            bytes[..8].copy_from_slice(&self.0.get().to_le_bytes());
            Ok(())
        }
    }

    struct Failing;

    impl Random for Failing {
        fn fill(&self, _: &mut [u8]) -> Result<(), RandomError> {
            Err(RandomError)
        }
    }

    #[test]
    fn a_verifier_has_43_unreserved_characters_and_differs_as_the_draws_do() {
        let random = Counting(Cell::new(0));
        let mut seen = HashSet::new();
        for _ in 0..10_000 {
            let verifier = CodeVerifier::generate(&random).expect("counting does not fail");
            assert_eq!(verifier.expose().len(), 43);
            assert!(
                verifier
                    .expose()
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
            );
            assert!(seen.insert(verifier.expose().to_owned()));
        }
    }

    #[test]
    fn verifier_and_state_come_from_separate_draws() {
        let random = Counting(Cell::new(0));
        let verifier = CodeVerifier::generate(&random).expect("counting does not fail");
        let state = State::generate(&random).expect("counting does not fail");
        assert_ne!(verifier.expose(), state.expose());
    }

    #[test]
    fn without_random_there_is_no_secret() {
        assert_eq!(CodeVerifier::generate(&Failing), Err(RandomError));
        assert_eq!(State::generate(&Failing), Err(RandomError));
    }

    #[test]
    fn a_mask_shows_too_little_to_be_of_use() {
        let masked = |text: &str| AccessToken::new(text.to_owned()).masked();
        assert_eq!(
            masked("BQDxabcdefghijklmnopqrstuvwxyz-_1234"),
            "BQDx••••••••1234 (36 characters)"
        );
        assert_eq!(masked("BQD-short"), "•••••••• (9 characters)");
    }

    #[test]
    fn debug_prints_no_secret() {
        let text = || "AQB-secret".to_owned();
        for printed in [
            format!("{:?}", AccessToken::new(text())),
            format!("{:?}", RefreshToken::new(text())),
            format!("{:?}", AuthorizationCode::new(text())),
            format!("{:?}", CodeVerifier::new(text())),
            format!("{:?}", State::new(text())),
        ] {
            assert_eq!(printed, "[redacted]");
        }
    }
}
