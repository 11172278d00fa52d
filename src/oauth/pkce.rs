use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use super::CodeVerifier;

/// What the authorization request shows of the verifier: its SHA-256. Only
/// the method `S256` exists here; there is no `plain` to fall back to
/// (RFC 7636 §4.2, RFC 9700 §2.1.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeChallenge(String);

impl CodeChallenge {
    /// The name of the method in the authorization request.
    pub const METHOD: &'static str = "S256";

    /// `BASE64URL(SHA256(ASCII(verifier)))`, 43 characters.
    pub fn of(verifier: &CodeVerifier) -> Self {
        Self(URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.expose().as_bytes())))
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
    }
}
