//! What is searched for: words, and filters such as `year:1999-2004`.

use std::ops::RangeInclusive;

use crate::search::fold::fold;

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub words: Vec<String>,
    pub filters: Vec<Filter>,
}

/// A field filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    Album(Vec<String>),
    Artist(Vec<String>),
    Track(Vec<String>),
    Genre(Vec<String>),
    Year(RangeInclusive<u16>),
    Upc(String),
    Isrc(String),
    /// `tag:new`.
    New,
    /// `tag:hipster`: hardly anybody listens to it.
    Hipster,
}

impl Filter {
    /// What the filter says to a kind that does not know it: plain words.
    pub fn words(&self) -> Vec<String> {
        match self {
            Self::Album(words) | Self::Artist(words) | Self::Track(words) | Self::Genre(words) => {
                words.clone()
            }
            Self::Year(years) => vec![years.start().to_string()],
            Self::Upc(code) | Self::Isrc(code) => vec![code.to_lowercase()],
            Self::New => vec!["new".to_owned()],
            Self::Hipster => vec!["hipster".to_owned()],
        }
    }

    fn read(name: &str, value: &str) -> Option<Self> {
        let words = || words_of(value);
        Some(match name {
            "album" => Self::Album(words()),
            "artist" => Self::Artist(words()),
            "track" => Self::Track(words()),
            "genre" => Self::Genre(words()),
            "year" => Self::Year(years(value)?),
            "upc" => Self::Upc(value.to_owned()),
            "isrc" => Self::Isrc(value.to_uppercase()),
            "tag" if value == "new" => Self::New,
            "tag" if value == "hipster" => Self::Hipster,
            _ => return None,
        })
    }

    /// Whether plain words that follow without quotes belong to the filter, as
    /// in `artist:Miles Davis`.
    fn goes_on(name: &str) -> bool {
        matches!(name, "album" | "artist" | "track" | "genre")
    }
}

impl Query {
    /// Reads the value of `q`.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut pieces = pieces(text).into_iter().peekable();
        while let Some(piece) = pieces.next() {
            let Piece::Filter(name, mut value, quoted) = piece else {
                query.words.extend(words_of(piece.text()));
                continue;
            };
            while !quoted && Filter::goes_on(&name) {
                let next = pieces.next_if(|next| matches!(next, Piece::Word(_)));
                let Some(Piece::Word(word)) = next else { break };
                value = format!("{value} {word}");
            }
            match Filter::read(&name, &value) {
                Some(filter) => query.filters.push(filter),
                None => query.words.extend(words_of(&format!("{name} {value}"))),
            }
        }
        query
    }

    /// Everything as plain words, for kinds without filters.
    pub fn plain(&self) -> Vec<String> {
        let filtered = self.filters.iter().flat_map(Filter::words);
        self.words.iter().cloned().chain(filtered).collect()
    }
}

/// A piece of a query: a word, several in quotes, or a filter with its value
/// and whether that was quoted.
#[derive(Debug)]
enum Piece {
    Word(String),
    Quoted(String),
    Filter(String, String, bool),
}

impl Piece {
    fn text(&self) -> &str {
        match self {
            Self::Word(text) | Self::Quoted(text) | Self::Filter(_, text, _) => text,
        }
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (name, after) = filter_name(rest);
        let (value, quoted, remaining) = value(after);
        pieces.push(match (name, quoted) {
            (Some(name), _) => Piece::Filter(name, value, quoted),
            (None, true) => Piece::Quoted(value),
            (None, false) => Piece::Word(value),
        });
        rest = remaining.trim_start();
    }
    pieces
}

/// The name of the filter that a text begins with, and what follows.
fn filter_name(text: &str) -> (Option<String>, &str) {
    const NAMES: [&str; 8] = [
        "album", "artist", "track", "genre", "year", "upc", "isrc", "tag",
    ];
    match text.split_once(':') {
        Some((name, after)) if NAMES.contains(&name.to_lowercase().as_str()) => {
            (Some(name.to_lowercase()), after.trim_start())
        }
        _ => (None, text),
    }
}

/// A word, or what stands in quotes; then whether it was quoted, and the rest.
fn value(text: &str) -> (String, bool, &str) {
    if let Some(inside) = text.strip_prefix('"') {
        let (value, rest) = inside.split_once('"').unwrap_or((inside, ""));
        return (value.to_owned(), true, rest);
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (value, rest) = text.split_at(end);
    (value.to_owned(), false, rest)
}

fn words_of(text: &str) -> Vec<String> {
    fold(text).split_whitespace().map(str::to_owned).collect()
}

/// `1999` or `1999-2004`.
fn years(text: &str) -> Option<RangeInclusive<u16>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some(first.parse().ok()?..=last.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn words_and_filters_are_told_apart() {
        let cases = [
            ("Half a", owned(&["half", "a"]), vec![]),
            (
                "remaster track:Doxy artist:Miles Davis",
                owned(&["remaster"]),
                vec![
                    Filter::Track(owned(&["doxy"])),
                    Filter::Artist(owned(&["miles", "davis"])),
                ],
            ),
            (
                r#"artist:"Dust Radio" longwave year:1999-2004"#,
                owned(&["longwave"]),
                vec![
                    Filter::Artist(owned(&["dust", "radio"])),
                    Filter::Year(1999..=2004),
                ],
            ),
            (
                "year:1998 tag:new Isrc:qzcrt1",
                vec![],
                vec![
                    Filter::Year(1998..=1998),
                    Filter::New,
                    Filter::Isrc("QZCRT1".to_owned()),
                ],
            ),
            (
                "year:soon re:entry",
                owned(&["year", "soon", "re", "entry"]),
                vec![],
            ),
        ];
        for (text, words, filters) in cases {
            assert_eq!(Query::parse(text), Query { words, filters }, "{text}");
        }
    }
}
