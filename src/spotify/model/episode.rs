use serde_json::Value;

use super::{
    ExternalUrls, Fields, FromJson, Image, PlainText, ReleaseDate, Restriction, ResumePoint,
    SimplifiedShow,
};
use crate::{
    ports::Millis,
    spotify::{EpisodeId, Known, SpotifyUri, Tells},
};

/// An episode as its show lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimplifiedEpisode {
    /// Its id.
    pub id: EpisodeId,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub description: PlainText,
    /// Its length.
    pub duration: Millis,
    /// Whether it is marked explicit.
    pub explicit: bool,
    /// Pictures in several sizes.
    pub images: Vec<Image>,
    /// When it came out.
    pub release_date: Option<ReleaseDate>,
    /// How far the listener came; only told to who may know.
    pub resume_point: Option<ResumePoint>,
    /// Whether it can be played; known only when a market is.
    pub is_playable: Option<bool>,
    /// Why it cannot be played.
    pub restriction: Option<Restriction>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl SimplifiedEpisode {
    /// The whole episode, if it is of `show`.
    pub fn of(&self, show: &SimplifiedShow) -> Episode {
        self.clone().completed(Some(show.clone()))
    }

    /// Chapters of audiobooks have the same fields.
    pub(super) fn take(fields: &mut Fields) -> Option<Self> {
        Some(Self {
            id: fields.optional("id")?,
            name: fields.or_default("name"),
            description: PlainText::take(fields),
            duration: fields.or_default("duration_ms"),
            explicit: fields.or_default("explicit"),
            images: fields.list("images"),
            release_date: ReleaseDate::take(fields),
            resume_point: fields.optional("resume_point"),
            is_playable: fields.optional("is_playable"),
            restriction: Restriction::take(fields),
            external_urls: fields.or_default("external_urls"),
        })
    }

    fn completed(self, show: Option<SimplifiedShow>) -> Episode {
        Episode {
            id: self.id,
            name: self.name,
            description: self.description,
            duration: self.duration,
            explicit: self.explicit,
            images: self.images,
            release_date: self.release_date,
            resume_point: self.resume_point,
            is_playable: self.is_playable,
            restriction: self.restriction,
            external_urls: self.external_urls,
            show,
        }
    }
}

impl FromJson for SimplifiedEpisode {
    fn from_json(value: Value) -> Option<Self> {
        Self::take(&mut Fields::of(value)?)
    }
}

// By itself it is too little to open.
impl Tells for SimplifiedEpisode {}

/// An episode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Episode {
    /// Its id.
    pub id: EpisodeId,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub description: PlainText,
    /// Its length.
    pub duration: Millis,
    /// Whether it is marked explicit.
    pub explicit: bool,
    /// Pictures in several sizes.
    pub images: Vec<Image>,
    /// When it came out.
    pub release_date: Option<ReleaseDate>,
    /// How far the listener came; only told to who may know.
    pub resume_point: Option<ResumePoint>,
    /// Whether it can be played; known only when a market is.
    pub is_playable: Option<bool>,
    /// Why it cannot be played.
    pub restriction: Option<Restriction>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
    /// The show it is of.
    pub show: Option<SimplifiedShow>,
}

impl Episode {
    /// What names it.
    pub fn uri(&self) -> SpotifyUri {
        self.id.clone().into()
    }

    /// As its show lists it.
    pub fn simplified(&self) -> SimplifiedEpisode {
        SimplifiedEpisode {
            id: self.id.clone(),
            name: self.name.clone(),
            description: self.description.clone(),
            duration: self.duration,
            explicit: self.explicit,
            images: self.images.clone(),
            release_date: self.release_date,
            resume_point: self.resume_point,
            is_playable: self.is_playable,
            restriction: self.restriction,
            external_urls: self.external_urls.clone(),
        }
    }
}

impl FromJson for Episode {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let show = fields.optional("show");
        Some(SimplifiedEpisode::take(&mut fields)?.completed(show))
    }
}

impl Tells for Episode {
    fn tell(&self, known: &mut Known) {
        known.learn(self.id.clone(), self);
        self.show.tell(known);
    }
}
