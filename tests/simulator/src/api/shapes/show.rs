//! Shows and episodes. Where a listener stopped is added afterwards.

use serde_json::Value;
use serde_json::json;

use crate::api::paging::LimitRule;
use crate::api::paging::first_page;
use crate::api::shapes::copyrights;
use crate::api::shapes::html;
use crate::api::shapes::identity;
use crate::api::shapes::image::images;
use crate::api::shapes::with;
use crate::catalogue::Catalogue;
use crate::catalogue::EpisodeKey;
use crate::catalogue::Picture;
use crate::catalogue::ShowKey;
use crate::catalogue::Thing;
use crate::host::Links;

/// A show as episodes and lists carry it.
pub fn simplified_show(key: ShowKey, catalogue: &Catalogue, links: &Links) -> Value {
    let show = catalogue.show(key);
    let whole = json!({
        "available_markets": catalogue.markets(Thing::Show(key)),
        "copyrights": copyrights(show.publisher()),
        "description": show.about(),
        "explicit": show.is_explicit(),
        "html_description": html(show.about()),
        "images": images(Picture::Show(key), catalogue, links),
        "is_externally_hosted": false,
        "languages": [show.language()],
        "media_type": "audio",
        "name": show.name(),
        "publisher": show.publisher(),
        "total_episodes": show.total_episodes(),
    });
    let id = catalogue.ids().of(Thing::Show(key));
    with(identity("show", &id, links), whole)
}

/// A whole show with the first page of its episodes.
pub fn show(key: ShowKey, catalogue: &Catalogue, links: &Links) -> Value {
    let total = catalogue.show(key).total_episodes();
    let shown: Vec<Value> = (0..total.min(LimitRule::USUAL.max))
        .map(|place| episode_in_place(key, place, catalogue, links))
        .collect();
    let id = catalogue.ids().of(Thing::Show(key));
    let path = format!("/v1/shows/{id}/episodes");
    let whole = json!({"episodes": first_page(links, &path, &shown, total)});
    with(simplified_show(key, catalogue, links), whole)
}

/// What a show lists in a place, newest first: an episode, or null where one
/// is hidden (contract 6.2).
pub fn episode_in_place(
    show: ShowKey,
    place: usize,
    catalogue: &Catalogue,
    links: &Links,
) -> Value {
    catalogue
        .newest_episode(show, place)
        .filter(|key| !catalogue.is_hidden(*key))
        .map_or(Value::Null, |key| simplified_episode(key, catalogue, links))
}

/// An episode as its show lists it.
pub fn simplified_episode(key: EpisodeKey, catalogue: &Catalogue, links: &Links) -> Value {
    let episode = catalogue.episode(key);
    let whole = json!({
        "audio_preview_url": null,
        "description": episode.about,
        "duration_ms": episode.duration.0,
        "explicit": episode.explicit,
        "html_description": html(&episode.about),
        "images": images(Picture::Show(key.show), catalogue, links),
        "is_externally_hosted": false,
        "is_playable": true,
        "language": episode.language,
        "languages": [episode.language],
        "name": episode.title,
        "release_date": episode.released.date,
        "release_date_precision": episode.released.precision,
    });
    let id = catalogue.ids().of(Thing::Episode(key));
    with(identity("episode", &id, links), whole)
}

/// A whole episode with its show.
pub fn episode(key: EpisodeKey, catalogue: &Catalogue, links: &Links) -> Value {
    let show = json!({"show": simplified_show(key.show, catalogue, links)});
    with(simplified_episode(key, catalogue, links), show)
}
