//! The filters of a search, which are written into its text (contract 4.1).

use crate::route::ResultKind;

/// A filter of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// By whom.
    Artist,
    /// On which album.
    Album,
    /// Called what.
    Track,
    /// From when.
    Year,
    /// In which genre.
    Genre,
    /// The number of a recording.
    Isrc,
    /// The number of a release.
    Upc,
    /// Out within two weeks.
    New,
    /// Hardly known.
    Hipster,
}

/// A text in a field, and what of it is selected, in units of UTF-16 as the
/// browser counts them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The text.
    pub text: String,
    /// Where the selection begins.
    pub from: u32,
    /// Where it ends; the same where nothing is selected.
    pub to: u32,
}

impl Filter {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 9] = [
        Self::Artist,
        Self::Album,
        Self::Track,
        Self::Year,
        Self::Genre,
        Self::New,
        Self::Hipster,
        Self::Isrc,
        Self::Upc,
    ];

    /// How it stands in the text, as far as it is always the same.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Artist => "artist:",
            Self::Album => "album:",
            Self::Track => "track:",
            Self::Year => "year:",
            Self::Genre => "genre:",
            Self::Isrc => "isrc:",
            Self::Upc => "upc:",
            Self::New => "tag:new",
            Self::Hipster => "tag:hipster",
        }
    }

    /// What it narrows down; Spotify takes it for words with other kinds.
    pub const fn kinds(self) -> &'static [ResultKind] {
        match self {
            Self::Artist | Self::Year => {
                &[ResultKind::Tracks, ResultKind::Artists, ResultKind::Albums]
            }
            Self::Album => &[ResultKind::Tracks, ResultKind::Albums],
            Self::Genre => &[ResultKind::Tracks, ResultKind::Artists],
            Self::Track | Self::Isrc => &[ResultKind::Tracks],
            Self::Upc | Self::New | Self::Hipster => &[ResultKind::Albums],
        }
    }

    /// Whether it is there or not there, with nothing to fill in.
    pub const fn is_switch(self) -> bool {
        matches!(self, Self::New | Self::Hipster)
    }

    /// Whether what is filled in may have spaces.
    const fn takes_words(self) -> bool {
        matches!(self, Self::Artist | Self::Album | Self::Track | Self::Genre)
    }

    /// Whether it stands in `text`.
    pub fn is_in(self, text: &str) -> bool {
        text.split_whitespace().any(|word| self.begins(word))
    }

    fn begins(self, word: &str) -> bool {
        let name = self.as_str();
        let start = word.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
            && (!self.is_switch() || word.len() == name.len())
    }

    /// The text without filters, for when they leave nothing over.
    pub fn none_in(text: &str) -> String {
        let mut words = String::new();
        let plain = text.split_whitespace().map(|word| {
            let filter = Self::ALL.into_iter().find(|filter| filter.begins(word));
            match filter {
                Some(filter) if filter.is_switch() || !filter.takes_words() => "",
                Some(filter) => &word[filter.as_str().len()..],
                None => word,
            }
        });
        for word in plain.map(|word| word.trim_matches('"')) {
            if !word.is_empty() && !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        words
    }

    /// The text with a switch turned over.
    fn turned_over(self, text: &str) -> String {
        if self.is_in(text) {
            let others = text.split_whitespace().filter(|word| !self.begins(word));
            others.collect::<Vec<_>>().join(" ")
        } else {
            format!("{} {}", text.trim_end(), self.as_str())
                .trim_start()
                .to_owned()
        }
    }

    /// What stands in the field once the filter was chosen: around what is
    /// selected, or else at the caret, which then is where something is to be
    /// filled in.
    pub fn put_into(self, typed: &Typed) -> Typed {
        if self.is_switch() {
            let text = self.turned_over(&typed.text);
            let end = length(&text);
            return Typed {
                text,
                from: end,
                to: end,
            };
        }
        let units: Vec<u16> = typed.text.encode_utf16().collect();
        let at = |place: u32| usize::try_from(place).map_or(units.len(), |at| at.min(units.len()));
        let (from, to) = (at(typed.from.min(typed.to)), at(typed.to));
        let read = |part: &[u16]| String::from_utf16_lossy(part);
        let before = read(&units[..from]);
        let inside = read(&units[from..to.max(from)]);
        let after = read(&units[to.max(from)..]);
        // What is selected with the spaces around it.
        let (before, after) = (before.trim_end(), after.trim_start());
        let quote = if self.takes_words() { "\"" } else { "" };
        let opened = format!(
            "{before}{}{}{quote}",
            if before.is_empty() { "" } else { " " },
            self.as_str()
        );
        let filled = format!("{opened}{}", inside.trim().replace('"', ""));
        let gap = if after.is_empty() { "" } else { " " };
        Typed {
            text: format!("{filled}{quote}{gap}{after}"),
            from: length(&opened),
            to: length(&filled),
        }
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` stands where the selection begins and ends.
    fn typed(marked: &str) -> Typed {
        let parts: Vec<&str> = marked.split('|').collect();
        let from = length(parts[0]);
        Typed {
            text: parts.concat(),
            from,
            to: from
                + if parts.len() == 3 {
                    length(parts[1])
                } else {
                    0
                },
        }
    }

    #[test]
    fn a_filter_is_put_where_the_caret_is_or_around_what_is_selected() {
        for (before, filter, after) in [
            ("|", Filter::Artist, "artist:\"|\""),
            ("salt lines|", Filter::Artist, "salt lines artist:\"|\""),
            ("salt| lines", Filter::Album, "salt album:\"|\" lines"),
            ("|salt", Filter::Year, "year:| salt"),
            (
                "salt |marit okonkwo|",
                Filter::Artist,
                "salt artist:\"|marit okonkwo|\"",
            ),
            ("|Århus 🎶| now", Filter::Track, "track:\"|Århus 🎶|\" now"),
            ("🎶🎶|", Filter::Isrc, "🎶🎶 isrc:|"),
            ("|say \"so\"|", Filter::Genre, "genre:\"|say so|\""),
            ("new|", Filter::New, "new tag:new|"),
            ("|", Filter::Hipster, "tag:hipster|"),
            ("tag:NEW a b|", Filter::New, "a b|"),
        ] {
            assert_eq!(filter.put_into(&typed(before)), typed(after), "{before}");
        }
        let beyond = Typed {
            text: "å".to_owned(),
            from: 9,
            to: 3,
        };
        assert_eq!(Filter::Upc.put_into(&beyond), typed("å upc:|"));
    }

    #[test]
    fn filters_are_found_and_left_out() {
        assert!(Filter::Artist.is_in("x Artist:\"a b\""));
        assert!(!Filter::Artist.is_in("artistic"));
        assert!(Filter::New.is_in("tag:new") && !Filter::New.is_in("tag:newer"));
        for (text, plain) in [
            (
                "artist:\"Marit Okonkwo\" year:1999 salt",
                "Marit Okonkwo salt",
            ),
            ("tag:new", ""),
            ("isrc:QZ1 upc:1", ""),
            ("é", "é"),
        ] {
            assert_eq!(Filter::none_in(text), plain);
        }
    }
}
