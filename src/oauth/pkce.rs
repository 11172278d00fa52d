use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use super::CodeVerifier;

/// What the authorization request shows of the verifier: its SHA-256. Only
/// the method `S256` exists here; there is no `plain` to fall back to
/// (RFC 7636 §4.2, RFC 9700 §2.1.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeChallenge(String);

/// What is wrong with a text that should be a verifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifierError {
    /// A character that is not unreserved.
    #[error("{0:?} is not allowed")]
    Reserved(char),
    /// Fewer than 43 characters.
    #[error("{0} characters of at least 43")]
    TooShort(usize),
    /// More than 128 characters.
    #[error("{0} characters, 128 at most")]
    TooLong(usize),
}

impl CodeVerifier {
    /// Fewer characters than this can be guessed (RFC 7636 §4.1).
    pub const SHORTEST: usize = 43;

    /// More characters than this are not taken (RFC 7636 §4.1).
    pub const LONGEST: usize = 128;

    /// Reads what someone wrote: 43 to 128 of the unreserved characters of
    /// RFC 3986 (RFC 7636 §4.1). Nothing is taken away: what is hashed is what
    /// is sent.
    pub fn parse(text: &str) -> Result<Self, VerifierError> {
        let is_unreserved =
            |letter: &char| letter.is_ascii_alphanumeric() || "-._~".contains(*letter);
        if let Some(odd) = text.chars().find(|letter| !is_unreserved(letter)) {
            return Err(VerifierError::Reserved(odd));
        }
        match text.len() {
            length if length < Self::SHORTEST => Err(VerifierError::TooShort(length)),
            length if length > Self::LONGEST => Err(VerifierError::TooLong(length)),
            _ => Ok(Self::new(text.to_owned())),
        }
    }
}

impl CodeChallenge {
    /// The name of the method in the authorization request.
    pub const METHOD: &'static str = "S256";

    /// `BASE64URL(SHA256(ASCII(verifier)))`, 43 characters.
    pub fn of(verifier: &CodeVerifier) -> Self {
        Self(URL_SAFE_NO_PAD.encode(Self::digest_of(verifier)))
    }

    /// `SHA256(ASCII(verifier))`: what the challenge writes in other letters,
    /// and no more of a secret than it.
    pub fn digest_of(verifier: &CodeVerifier) -> [u8; 32] {
        Sha256::digest(verifier.expose().as_bytes()).into()
    }

    /// The text that goes into the request; it is no secret.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_7636_appendix_b() {
        let verifier = CodeVerifier::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".to_owned());
        assert_eq!(
            CodeChallenge::of(&verifier).as_str(),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
        assert_eq!(CodeChallenge::digest_of(&verifier)[..4], [19, 211, 30, 150]);
    }

    #[test]
    fn a_verifier_that_is_written_is_checked() {
        let of = |length: usize| "a".repeat(length);
        let error = |text: &str| CodeVerifier::parse(text).err();
        assert_eq!(error(&of(42)), Some(VerifierError::TooShort(42)));
        assert_eq!(error(&of(43)), None);
        assert_eq!(error(&of(128)), None);
        assert_eq!(error(&of(129)), Some(VerifierError::TooLong(129)));
        assert_eq!(error(&format!("{}-._~Z9", of(40))), None);
        for odd in [' ', '+', '/', '=', '%', 'å', '\n'] {
            let text = format!("{}{odd}", of(43));
            assert_eq!(error(&text), Some(VerifierError::Reserved(odd)));
        }
    }
}
