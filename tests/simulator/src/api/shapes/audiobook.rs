//! Audiobooks and chapters. Where a listener stopped is added afterwards.

use serde_json::Value;
use serde_json::json;

use crate::api::paging::LimitRule;
use crate::api::paging::first_page;
use crate::api::shapes::copyrights;
use crate::api::shapes::html;
use crate::api::shapes::identity;
use crate::api::shapes::image::images;
use crate::api::shapes::with;
use crate::catalogue::AudiobookKey;
use crate::catalogue::Catalogue;
use crate::catalogue::ChapterKey;
use crate::catalogue::Picture;
use crate::catalogue::Thing;
use crate::host::Links;

/// An audiobook as chapters and lists carry it.
pub fn simplified_audiobook(key: AudiobookKey, catalogue: &Catalogue, links: &Links) -> Value {
    let book = catalogue.audiobook(key);
    let whole = json!({
        "authors": [{"name": book.author()}],
        "available_markets": catalogue.markets(Thing::Audiobook(key)),
        "copyrights": copyrights(book.publisher()),
        "description": book.about(),
        "edition": book.edition(),
        "explicit": false,
        "html_description": html(book.about()),
        "images": images(Picture::Audiobook(key), catalogue, links),
        "languages": ["en"],
        "media_type": "audio",
        "name": book.name(),
        "narrators": [{"name": book.narrator()}],
        "publisher": book.publisher(),
        "total_chapters": book.total_chapters(),
    });
    let id = catalogue.ids().of(Thing::Audiobook(key));
    with(identity("audiobook", &id, links), whole)
}

/// A whole audiobook with the first page of its chapters.
pub fn audiobook(key: AudiobookKey, catalogue: &Catalogue, links: &Links) -> Value {
    let total = catalogue.audiobook(key).total_chapters();
    let shown: Vec<Value> = (0..total.min(LimitRule::USUAL.max))
        .filter_map(|place| catalogue.chapter_at(key, place))
        .map(|chapter| simplified_chapter(chapter, catalogue, links))
        .collect();
    let id = catalogue.ids().of(Thing::Audiobook(key));
    let path = format!("/v1/audiobooks/{id}/chapters");
    let whole = json!({"chapters": first_page(links, &path, &shown, total)});
    with(simplified_audiobook(key, catalogue, links), whole)
}

/// A chapter as its audiobook lists it. It calls itself an episode, but is
/// looked up among the chapters (contract 3.1).
pub fn simplified_chapter(key: ChapterKey, catalogue: &Catalogue, links: &Links) -> Value {
    let chapter = catalogue.chapter(key);
    let book = catalogue.audiobook(key.audiobook);
    let id = catalogue.ids().of(Thing::Chapter(key));
    let whole = json!({
        "audio_preview_url": null,
        "available_markets": catalogue.markets(Thing::Chapter(key)),
        "chapter_number": chapter.number,
        "description": book.about(),
        "duration_ms": chapter.duration.0,
        "explicit": false,
        "href": links.api(&format!("/v1/chapters/{id}")),
        "html_description": html(book.about()),
        "images": images(Picture::Audiobook(key.audiobook), catalogue, links),
        "is_playable": true,
        "languages": ["en"],
        "name": chapter.title,
        "release_date": chapter.released.date,
        "release_date_precision": chapter.released.precision,
    });
    with(identity("episode", &id, links), whole)
}

/// A whole chapter with its audiobook.
pub fn chapter(key: ChapterKey, catalogue: &Catalogue, links: &Links) -> Value {
    let book = simplified_audiobook(key.audiobook, catalogue, links);
    with(
        simplified_chapter(key, catalogue, links),
        json!({"audiobook": book}),
    )
}
