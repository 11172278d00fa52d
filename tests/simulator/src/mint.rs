//! Makes codes and tokens.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::Digest;
use sha2::Sha256;

/// Makes strings that look like Spotify's codes and tokens. They depend on the
/// seed alone, and none is ever made twice, not even after a reset.
#[derive(Debug)]
pub struct Mint {
    seed: u64,
    made: u64,
}

impl Mint {
    /// A mint whose strings follow from a seed.
    pub fn new(seed: u64) -> Self {
        Self { seed, made: 0 }
    }

    /// An authorization code.
    pub fn code(&mut self) -> String {
        self.strike("AQ", 3)
    }

    /// An access token.
    pub fn access_token(&mut self) -> String {
        self.strike("BQ", 4)
    }

    /// A refresh token.
    pub fn refresh_token(&mut self) -> String {
        self.strike("AQ", 3)
    }

    fn strike(&mut self, prefix: &str, blocks: u8) -> String {
        self.made += 1;
        let bytes: Vec<u8> = (0..blocks).flat_map(|block| self.block(block)).collect();
        format!("{prefix}{}", BASE64_URL_SAFE_NO_PAD.encode(bytes))
    }

    fn block(&self, block: u8) -> [u8; 32] {
        Sha256::new()
            .chain_update(self.seed.to_be_bytes())
            .chain_update(self.made.to_be_bytes())
            .chain_update([block])
            .finalize()
            .into()
    }
}
