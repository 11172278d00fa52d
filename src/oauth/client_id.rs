/// The public name of a Spotify app: 32 hexadecimal characters (contract 1.1).
/// No secret, but its owner's: it stays on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientId(String);

/// What is wrong with a text that should be a client ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClientIdError {
    /// There is no text.
    #[error("no client ID")]
    Empty,
    /// A character that is not hexadecimal.
    #[error("{0:?} is not a hexadecimal character")]
    NotHexadecimal(char),
    /// Fewer than 32 characters.
    #[error("{0} of 32 characters")]
    TooShort(usize),
    /// More than 32 characters.
    #[error("{0} characters, not 32")]
    TooLong(usize),
}

impl ClientId {
    /// How many characters a client ID has.
    pub const LENGTH: usize = 32;

    /// Reads what someone typed or pasted: space around it is ignored, and
    /// capitals are taken for small letters.
    pub fn parse(text: &str) -> Result<Self, ClientIdError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ClientIdError::Empty);
        }
        if let Some(odd) = text.chars().find(|letter| !letter.is_ascii_hexdigit()) {
            return Err(ClientIdError::NotHexadecimal(odd));
        }
        match text.len() {
            Self::LENGTH => Ok(Self(text.to_ascii_lowercase())),
            length if length < Self::LENGTH => Err(ClientIdError::TooShort(length)),
            length => Err(ClientIdError::TooLong(length)),
        }
    }

    /// The 32 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_checked() {
        let good = "4f1c0a9be27d4d0c8a6f7e35b1902d6c";
        let parse = |text: &str| ClientId::parse(text).map(|id| id.0);
        assert_eq!(parse(good), Ok(good.to_owned()));
        assert_eq!(
            parse(&format!(" {} \n", good.to_uppercase())),
            Ok(good.to_owned())
        );
        assert_eq!(parse("  "), Err(ClientIdError::Empty));
        assert_eq!(parse("4f1c"), Err(ClientIdError::TooShort(4)));
        assert_eq!(parse(&format!("{good}0")), Err(ClientIdError::TooLong(33)));
        assert_eq!(parse("4f1ø"), Err(ClientIdError::NotHexadecimal('ø')));
        assert_eq!(parse("https://x"), Err(ClientIdError::NotHexadecimal('h')));
    }
}
