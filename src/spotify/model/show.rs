use serde_json::Value;

use super::{Copyright, ExternalUrls, Fields, FromJson, Image, PlainText, SimplifiedEpisode};
use crate::spotify::{Known, Page, ShowId, Tells};

/// A show as an episode or a list names it. Its publisher is cut (contract
/// 5.2), so it is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimplifiedShow {
    /// Its id.
    pub id: ShowId,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub description: PlainText,
    /// Pictures in several sizes.
    pub images: Vec<Image>,
    /// How many episodes it has.
    pub total_episodes: Option<u32>,
    /// Whether it is marked explicit.
    pub explicit: bool,
    /// The languages it is in: ISO 639.
    pub languages: Vec<String>,
    /// Who holds the rights.
    pub copyrights: Vec<Copyright>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl SimplifiedShow {
    fn take(fields: &mut Fields) -> Option<Self> {
        Some(Self {
            id: fields.optional("id")?,
            name: fields.or_default("name"),
            description: PlainText::take(fields),
            images: fields.list("images"),
            total_episodes: fields.optional("total_episodes"),
            explicit: fields.or_default("explicit"),
            languages: fields.list("languages"),
            copyrights: fields.list("copyrights"),
            external_urls: fields.or_default("external_urls"),
        })
    }
}

impl FromJson for SimplifiedShow {
    fn from_json(value: Value) -> Option<Self> {
        Self::take(&mut Fields::of(value)?)
    }
}

impl Tells for SimplifiedShow {
    fn tell(&self, known: &mut Known) {
        known.learn(self.id.clone(), self);
    }
}

/// A show with its newest episodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show {
    /// Its id.
    pub id: ShowId,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub description: PlainText,
    /// Pictures in several sizes.
    pub images: Vec<Image>,
    /// How many episodes it has.
    pub total_episodes: Option<u32>,
    /// Whether it is marked explicit.
    pub explicit: bool,
    /// The languages it is in: ISO 639.
    pub languages: Vec<String>,
    /// Who holds the rights.
    pub copyrights: Vec<Copyright>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
    /// The first page of its episodes.
    pub episodes: Page<SimplifiedEpisode>,
}

impl Show {
    /// As an episode or a list names it.
    pub fn simplified(&self) -> SimplifiedShow {
        SimplifiedShow {
            id: self.id.clone(),
            name: self.name.clone(),
            description: self.description.clone(),
            images: self.images.clone(),
            total_episodes: self.total_episodes,
            explicit: self.explicit,
            languages: self.languages.clone(),
            copyrights: self.copyrights.clone(),
            external_urls: self.external_urls.clone(),
        }
    }
}

impl FromJson for Show {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let header = SimplifiedShow::take(&mut fields)?;
        Some(Self {
            id: header.id,
            name: header.name,
            description: header.description,
            images: header.images,
            total_episodes: header.total_episodes,
            explicit: header.explicit,
            languages: header.languages,
            copyrights: header.copyrights,
            external_urls: header.external_urls,
            episodes: fields.or_default("episodes"),
        })
    }
}

impl Tells for Show {
    fn tell(&self, known: &mut Known) {
        known.learn(self.id.clone(), self);
        let header = self.simplified();
        header.tell(known);
        for episode in self.episodes.items() {
            let episode = episode.of(&header);
            known.learn_if_new(episode.id.clone(), &episode);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::{
        EpisodeId, SpotifyUri,
        model::{Episode, read},
    };

    #[test]
    fn a_show_tells_of_its_episodes_as_wholes() {
        let show: Show = read(
            r#"{"id":"4iV5W9uYEdYUVa79Axb7Rh","name":"Talk","description":"",
                "html_description":"<p>About &amp; around</p>","languages":["en",null],
                "episodes":{"items":[null,{"id":"0000000000000000000001","resume_point":null}]}}"#,
        )
        .expect("readable");
        assert_eq!(show.description.as_str(), "About & around");
        assert_eq!(show.languages, ["en"]);
        let mut known = Known::default();
        show.tell(&mut known);
        let id = EpisodeId::try_from("0000000000000000000001".to_owned()).expect("an id");
        let episode = known
            .get::<Episode>(&SpotifyUri::Episode(id))
            .expect("told");
        assert_eq!(episode.show, Some(show.simplified()));
    }
}
