/// A sentence of an RFC, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Such as `RFC 7636 §4.1`.
    pub place: &'static str,
    /// The section, at the RFC Editor's.
    pub address: &'static str,
    /// The sentence.
    pub words: &'static str,
}
