use serde_json::Value;

use super::{Copyright, ExternalUrls, Fields, FromJson, Image, PlainText, SimplifiedChapter};
use crate::spotify::{AudiobookId, Known, Page, Tells};

/// An audiobook as a chapter or a list names it. Its publisher is cut (contract
/// 5.2), so it is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimplifiedAudiobook {
    /// Its id.
    pub id: AudiobookId,
    /// Its name.
    pub name: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who reads it.
    pub narrators: Vec<String>,
    /// Which edition it is, such as "Unabridged".
    pub edition: Option<String>,
    /// What it is about.
    pub description: PlainText,
    /// Pictures in several sizes.
    pub images: Vec<Image>,
    /// How many chapters it has.
    pub total_chapters: Option<u32>,
    /// Whether it is marked explicit.
    pub explicit: bool,
    /// The languages it is in.
    pub languages: Vec<String>,
    /// Who holds the rights.
    pub copyrights: Vec<Copyright>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl SimplifiedAudiobook {
    fn take(fields: &mut Fields) -> Option<Self> {
        Some(Self {
            id: fields.optional("id")?,
            name: fields.or_default("name"),
            authors: people(fields, "authors"),
            narrators: people(fields, "narrators"),
            edition: fields.optional("edition"),
            description: PlainText::take(fields),
            images: fields.list("images"),
            total_chapters: fields.optional("total_chapters"),
            explicit: fields.or_default("explicit"),
            languages: fields.list("languages"),
            copyrights: fields.list("copyrights"),
            external_urls: fields.or_default("external_urls"),
        })
    }
}

fn people(fields: &mut Fields, name: &str) -> Vec<String> {
    let people: Vec<Value> = fields.list(name);
    people
        .into_iter()
        .filter_map(|person| Fields::of(person)?.optional("name"))
        .collect()
}

impl FromJson for SimplifiedAudiobook {
    fn from_json(value: Value) -> Option<Self> {
        Self::take(&mut Fields::of(value)?)
    }
}

impl Tells for SimplifiedAudiobook {
    fn tell(&self, known: &mut Known) {
        known.learn(self.id.clone(), self);
    }
}

/// An audiobook with its first chapters. Only some countries have any (contract
/// 4.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audiobook {
    /// Its id.
    pub id: AudiobookId,
    /// Its name.
    pub name: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who reads it.
    pub narrators: Vec<String>,
    /// Which edition it is, such as "Unabridged".
    pub edition: Option<String>,
    /// What it is about.
    pub description: PlainText,
    /// Pictures in several sizes.
    pub images: Vec<Image>,
    /// How many chapters it has.
    pub total_chapters: Option<u32>,
    /// Whether it is marked explicit.
    pub explicit: bool,
    /// The languages it is in.
    pub languages: Vec<String>,
    /// Who holds the rights.
    pub copyrights: Vec<Copyright>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
    /// The first page of its chapters.
    pub chapters: Page<SimplifiedChapter>,
}

impl Audiobook {
    /// As a chapter or a list names it.
    pub fn simplified(&self) -> SimplifiedAudiobook {
        SimplifiedAudiobook {
            id: self.id.clone(),
            name: self.name.clone(),
            authors: self.authors.clone(),
            narrators: self.narrators.clone(),
            edition: self.edition.clone(),
            description: self.description.clone(),
            images: self.images.clone(),
            total_chapters: self.total_chapters,
            explicit: self.explicit,
            languages: self.languages.clone(),
            copyrights: self.copyrights.clone(),
            external_urls: self.external_urls.clone(),
        }
    }
}

impl FromJson for Audiobook {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let header = SimplifiedAudiobook::take(&mut fields)?;
        Some(Self {
            id: header.id,
            name: header.name,
            authors: header.authors,
            narrators: header.narrators,
            edition: header.edition,
            description: header.description,
            images: header.images,
            total_chapters: header.total_chapters,
            explicit: header.explicit,
            languages: header.languages,
            copyrights: header.copyrights,
            external_urls: header.external_urls,
            chapters: fields.or_default("chapters"),
        })
    }
}

impl Tells for Audiobook {
    fn tell(&self, known: &mut Known) {
        known.learn(self.id.clone(), self);
        let header = self.simplified();
        header.tell(known);
        for chapter in self.chapters.items() {
            let chapter = chapter.of(&header);
            known.learn_if_new(chapter.episode.id.clone(), &chapter);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::{
        SpotifyUri,
        model::{Chapter, read},
    };

    #[test]
    fn an_audiobook_tells_of_its_chapters_as_wholes() {
        let book: Audiobook = read(
            r#"{"id":"4iV5W9uYEdYUVa79Axb7Rh","authors":[{"name":"Ada"},null,{}],"narrators":null,
                "chapters":{"items":[{"id":"0000000000000000000001","chapter_number":0,
                "release_date":"0000","type":"episode"}]}}"#,
        )
        .expect("readable");
        assert_eq!(book.authors, ["Ada"]);
        let mut known = Known::default();
        book.tell(&mut known);
        let uri = SpotifyUri::try_from("spotify:episode:0000000000000000000001".to_owned());
        let chapter = known.get::<Chapter>(&uri.expect("a URI")).expect("told");
        assert_eq!(
            (chapter.number, chapter.episode.release_date),
            (Some(0), None)
        );
        assert_eq!(chapter.audiobook, Some(book.simplified()));
    }
}
