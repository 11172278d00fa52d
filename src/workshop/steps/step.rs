use super::quotes;
use crate::workshop::Quote;

/// A step of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Random bytes become the verifier.
    Verifier,
    /// Its hash becomes the challenge.
    Challenge,
    /// What is asked of Spotify.
    Request,
    /// The way to Spotify.
    Consent,
    /// The way back, and what is checked.
    Callback,
    /// What the code is exchanged with.
    Exchange,
    /// What comes of it.
    Answer,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 7] = [
        Self::Verifier,
        Self::Challenge,
        Self::Request,
        Self::Consent,
        Self::Callback,
        Self::Exchange,
        Self::Answer,
    ];

    /// Counted from one.
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// The one before it.
    pub fn previous(self) -> Option<Self> {
        let at = (self as usize).checked_sub(1)?;
        Self::ALL.get(at).copied()
    }

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// What the RFCs say about it.
    pub const fn quotes(self) -> &'static [Quote] {
        quotes::of(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_leads_to_the_next_and_back() {
        let mut step = Step::Verifier;
        assert_eq!((step.number(), step.previous()), (1, None));
        for expected in &Step::ALL[1..] {
            let next = step.next().expect("there is one more");
            assert_eq!((next, next.previous()), (*expected, Some(step)));
            step = next;
        }
        assert_eq!((step.number(), step.next()), (7, None));
    }

    #[test]
    fn each_step_stands_in_an_rfc() {
        for quote in Step::ALL.iter().flat_map(|step| step.quotes()) {
            let digits: String = quote.place.chars().filter(char::is_ascii_digit).collect();
            let (rfc, section) = quote.place.split_once(" §").expect("a section");
            let number = rfc.strip_prefix("RFC ").expect("an RFC");
            assert_eq!(
                quote.address,
                format!("https://www.rfc-editor.org/rfc/rfc{number}#section-{section}")
            );
            assert!(
                digits.len() > 4 && quote.words.ends_with(['.', ')']),
                "{}",
                quote.place
            );
        }
        assert!(Step::ALL.iter().all(|step| !step.quotes().is_empty()));
    }
}
