//! PKCE as the server checks it (contract 1.2, RFC 7636 section 4).

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::Digest;
use sha2::Sha256;

/// Whether a challenge has the form that S256 gives: 32 bytes in base64url
/// without padding.
pub fn is_challenge(challenge: &str) -> bool {
    BASE64_URL_SAFE_NO_PAD
        .decode(challenge)
        .is_ok_and(|bytes| bytes.len() == 32)
}

/// Whether a verifier has the length and the alphabet it must have.
pub fn is_verifier(verifier: &str) -> bool {
    (43..=128).contains(&verifier.len())
        && verifier
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

/// Whether a verifier is the one behind a challenge.
pub fn verifies(verifier: &str, challenge: &str) -> bool {
    is_verifier(verifier) && BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)) == challenge
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[test]
    fn agrees_with_rfc_7636_appendix_b() {
        assert!(is_challenge(CHALLENGE));
        assert!(verifies(VERIFIER, CHALLENGE));
        assert!(!verifies(&VERIFIER.replace('d', "e"), CHALLENGE));
        assert!(!verifies(CHALLENGE, CHALLENGE));
    }

    #[test]
    fn knows_malformed_values() {
        assert!(!is_challenge(&format!("{CHALLENGE}=")));
        assert!(!is_challenge(&CHALLENGE[1..]));
        assert!(!is_verifier(&"a".repeat(42)));
        assert!(!is_verifier(&"a".repeat(129)));
        assert!(!is_verifier(&"+".repeat(43)));
    }
}
