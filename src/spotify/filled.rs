//! Calls made from what somebody filled into a form, of which nothing is known
//! to be right.

use super::{Call, Endpoint, ItemKind, Market, Parameter, Place, SpotifyUri, Values};

/// What is wrong with what was filled in for a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing, where something must be.
    Missing,
    /// No id of this kind.
    NotAnId(ItemKind),
    /// No `spotify:` URI.
    NotAUri,
    /// More URIs than one call takes.
    TooMany {
        /// The most that it takes.
        most: usize,
    },
    /// No whole number in this range.
    NotInRange {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// No number of milliseconds.
    NotAMoment,
    /// No country.
    NotACountry,
    /// None of the words that it may be.
    NotOneOf,
    /// Nothing that a form could ask for.
    NotForForms,
}

/// What was filled in: the parameter's name, and the text. Several words or
/// URIs have commas or spaces between them.
pub type Entry<'a> = (&'a str, &'a str);

impl Endpoint {
    /// The call of a read that this makes. What is empty is left out. Else what
    /// is wrong with it, by parameter.
    pub fn filled(
        &'static self,
        entries: &[Entry<'_>],
    ) -> Result<Call<()>, Vec<(&'static str, Fault)>> {
        let mut call = self.command();
        let mut faults = Vec::new();
        for parameter in self.parameters {
            let entry = entries.iter().find(|(name, _)| *name == parameter.name);
            let text = entry.map_or("", |(_, text)| text.trim());
            match (parameter.read(text), parameter.place) {
                (Ok(None), _) => {}
                (Ok(Some(value)), Place::Path) => call = call.on(&value),
                (Ok(Some(value)), Place::Query) => call = call.with(parameter.name, value),
                (Ok(Some(_)), Place::Body) => faults.push((parameter.name, Fault::NotForForms)),
                (Err(fault), _) => faults.push((parameter.name, fault)),
            }
        }
        if faults.is_empty() {
            Ok(call)
        } else {
            Err(faults)
        }
    }
}

impl Parameter {
    /// What `text` says for it; `None` if it says nothing.
    fn read(&self, text: &str) -> Result<Option<String>, Fault> {
        match (text, self.is_required) {
            ("", true) => Err(Fault::Missing),
            ("", false) => Ok(None),
            _ => self.values.read(text).map(Some),
        }
    }
}

impl Values {
    fn read(self, text: &str) -> Result<String, Fault> {
        match self {
            Self::Id(kind) => id(kind, text).ok_or(Fault::NotAnId(kind)),
            Self::Uri => uri(text),
            Self::Uris { most } => uris(text, most),
            Self::Number { least, most } => number(text, least, most),
            Self::Moment => moment(text),
            Self::OneOf(words) => one_of(text, words),
            Self::SomeOf(words) => some_of(text, words),
            Self::Flag => one_of(text, &["true", "false"]),
            Self::Market => market(text),
            Self::Text | Self::Device => Ok(text.to_owned()),
            Self::Jpeg | Self::Structure => Err(Fault::NotForForms),
        }
    }
}

/// The id itself, or the one in a link or a URI that names this kind of thing.
fn id(kind: ItemKind, text: &str) -> Option<String> {
    let text = text.split(['?', '#']).next()?;
    let mut parts = text.rsplit(['/', ':']);
    let id = parts.next()?;
    let is_of_kind = parts.next().is_none_or(|said| said == kind.as_str());
    let uri = SpotifyUri::try_from(format!("spotify:{}:{id}", kind.as_str())).ok()?;
    is_of_kind.then(|| uri.id().to_owned())
}

fn uri(text: &str) -> Result<String, Fault> {
    let uri = SpotifyUri::try_from(text.to_owned()).map_err(|_| Fault::NotAUri)?;
    Ok(uri.to_string())
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ' ', '\n', '\r', '\t'])
        .filter(|piece| !piece.is_empty())
}

fn uris(text: &str, most: usize) -> Result<String, Fault> {
    let uris: Vec<_> = pieces(text).map(uri).collect::<Result<_, _>>()?;
    if uris.len() > most {
        return Err(Fault::TooMany { most });
    }
    if uris.is_empty() {
        return Err(Fault::NotAUri);
    }
    Ok(uris.join(","))
}

fn number(text: &str, least: u32, most: u32) -> Result<String, Fault> {
    let number = text.parse::<u32>().ok();
    let number = number.filter(|number| (least..=most).contains(number));
    let number = number.ok_or(Fault::NotInRange { least, most })?;
    Ok(number.to_string())
}

fn moment(text: &str) -> Result<String, Fault> {
    let moment: u64 = text.parse().map_err(|_| Fault::NotAMoment)?;
    Ok(moment.to_string())
}

fn one_of(text: &str, words: &[&str]) -> Result<String, Fault> {
    let is_known = words.contains(&text);
    is_known.then(|| text.to_owned()).ok_or(Fault::NotOneOf)
}

fn some_of(text: &str, words: &[&str]) -> Result<String, Fault> {
    let chosen: Vec<_> = pieces(text)
        .map(|word| one_of(word, words))
        .collect::<Result<_, _>>()?;
    Ok(chosen.join(","))
}

fn market(text: &str) -> Result<String, Fault> {
    let text = text.to_ascii_uppercase();
    let market = Market::try_from(text.as_str()).map_err(|_| Fault::NotACountry)?;
    Ok(market.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::endpoints::{ALL, albums, library, me, player, search};

    const ID: &str = "4iV5W9uYEdYUVa79Axb7Rh";

    fn path(endpoint: &'static Endpoint, entries: &[Entry<'_>]) -> String {
        let call = endpoint.filled(entries).expect("nothing is wrong");
        call.path().to_owned()
    }

    fn fault(endpoint: &'static Endpoint, entries: &[Entry<'_>]) -> Vec<(&'static str, Fault)> {
        endpoint.filled(entries).err().unwrap_or_default()
    }

    #[test]
    fn what_is_filled_in_becomes_a_path_below_the_api() {
        let link = format!("https://open.spotify.com/intl-de/album/{ID}?si=1");
        for text in [ID, &link, &format!(" spotify:album:{ID} ")] {
            let entries = [("id", text), ("market", "dk"), ("limit", "")];
            assert_eq!(
                path(&albums::TRACKS, &entries),
                format!("/v1/albums/{ID}/tracks?market=DK")
            );
        }
        assert_eq!(
            path(
                &search::SEARCH,
                &[("q", "a&b=\"ø\"?#/../"), ("type", "album, track")]
            ),
            "/v1/search?q=a%26b%3D%22%C3%B8%22%3F%23%2F..%2F&type=album,track"
        );
        let uris = format!("spotify:track:{ID}\nspotify:album:{ID}");
        assert_eq!(
            path(&library::CONTAINS, &[("uris", &uris)]),
            format!("/v1/me/library/contains?uris=spotify:track:{ID},spotify:album:{ID}")
        );
        assert_eq!(
            path(&player::RECENTLY_PLAYED, &[("before", "1790000000000")]),
            "/v1/me/player/recently-played?before=1790000000000"
        );
    }

    #[test]
    fn what_is_wrong_is_said_of_each_parameter() {
        let range = Fault::NotInRange { least: 1, most: 10 };
        assert_eq!(
            fault(
                &search::SEARCH,
                &[("limit", "50"), ("type", "album,tape"), ("market", "DNK")]
            ),
            [
                ("q", Fault::Missing),
                ("type", Fault::NotOneOf),
                ("market", Fault::NotACountry),
                ("limit", range),
            ]
        );
        let no_album = [("id", Fault::NotAnId(ItemKind::Album))];
        for text in [
            "../me".to_owned(),
            format!("{ID}x"),
            format!("spotify:track:{ID}"),
            format!("https://open.spotify.com/artist/{ID}"),
            format!("{ID}/tracks"),
        ] {
            assert_eq!(fault(&albums::ALBUM, &[("id", &text)]), no_album, "{text}");
        }
        for number in ["-1", "1.5", "0x1", "100001", "ten"] {
            let faults = fault(&me::TOP_TRACKS, &[("offset", number)]);
            assert_eq!(faults.len(), 1, "{number}");
        }
        let many = vec![format!("spotify:track:{ID}"); 41].join(" ");
        assert_eq!(
            fault(&library::CONTAINS, &[("uris", &many)]),
            [("uris", Fault::TooMany { most: 40 })]
        );
        assert_eq!(
            fault(&library::CONTAINS, &[("uris", "spotify:track:x")]),
            [("uris", Fault::NotAUri)]
        );
        assert_eq!(
            fault(&player::RECENTLY_PLAYED, &[("after", "yesterday")]),
            [("after", Fault::NotAMoment)]
        );
    }

    #[test]
    fn every_read_can_be_filled_in_a_form() {
        for endpoint in ALL.iter().filter(|endpoint| endpoint.is_read()) {
            for parameter in endpoint.parameters {
                assert_ne!(parameter.place, Place::Body, "{}", endpoint.path);
                let is_for_forms = !matches!(parameter.values, Values::Jpeg | Values::Structure);
                assert!(is_for_forms, "{}", endpoint.path);
            }
        }
    }
}
