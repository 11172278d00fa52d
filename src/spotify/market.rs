use std::fmt;

/// A country that content is asked for: ISO 3166-1 alpha-2 (contract 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Market([u8; 2]);

/// A text that is not two capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the two letters of a country")]
pub struct InvalidMarket;

impl TryFrom<&str> for Market {
    type Error = InvalidMarket;

    fn try_from(text: &str) -> Result<Self, InvalidMarket> {
        match *text.as_bytes() {
            [first, second] if first.is_ascii_uppercase() && second.is_ascii_uppercase() => {
                Ok(Self([first, second]))
            }
            _ => Err(InvalidMarket),
        }
    }
}

impl fmt::Display for Market {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|letter| write!(f, "{}", char::from(*letter)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_market_is_two_capital_letters() {
        assert_eq!(
            Market::try_from("DK").map(|market| market.to_string()),
            Ok("DK".to_owned())
        );
        for bad in ["", "dk", "DNK", "D1", "from_token"] {
            assert_eq!(Market::try_from(bad), Err(InvalidMarket), "{bad}");
        }
    }
}
