//! Audiobooks and their chapters, where there are any (contract 4.1).

use crate::spotify::{
    AudiobookId, Bucket, Call, Endpoint, EpisodeId, ItemKind, Page, Parameter, Window, model,
};

/// An audiobook with its first chapters.
pub static AUDIOBOOK: Endpoint = Endpoint::get(
    "/v1/audiobooks/{id}",
    Bucket::Lookups,
    &[],
    &[Parameter::id(ItemKind::Audiobook), Parameter::MARKET],
);

/// The chapters of an audiobook.
pub static CHAPTERS: Endpoint = Endpoint::get(
    "/v1/audiobooks/{id}/chapters",
    Bucket::Lookups,
    &[],
    &[
        Parameter::id(ItemKind::Audiobook),
        Parameter::MARKET,
        Parameter::limit(50),
        Parameter::OFFSET,
    ],
);

/// A chapter, whose URI is that of an episode (contract 3.1).
pub static CHAPTER: Endpoint = Endpoint::get(
    "/v1/chapters/{id}",
    Bucket::Lookups,
    &[],
    &[Parameter::id(ItemKind::Episode), Parameter::MARKET],
);

/// `GET /audiobooks/{id}`.
pub fn audiobook(id: &AudiobookId) -> Call<model::Audiobook> {
    AUDIOBOOK.call().on(id.as_str()).about(id.clone())
}

/// `GET /audiobooks/{id}/chapters`.
pub fn chapters(id: &AudiobookId, window: Window) -> Call<Page<model::SimplifiedChapter>> {
    CHAPTERS.call().on(id.as_str()).window(window)
}

/// `GET /chapters/{id}`.
pub fn chapter(id: &EpisodeId) -> Call<model::Chapter> {
    CHAPTER.call().on(id.as_str()).about(id.clone())
}
