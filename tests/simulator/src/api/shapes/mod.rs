//! The JSON shapes (contract 4.6), each written whole: what a population does
//! not get is cut afterwards.

mod album;
mod artist;
mod audiobook;
mod image;
mod page_state;
mod player;
mod playlist;
mod playlist_item;
mod show;
mod track;
mod user;

pub use album::album;
pub use album::simplified_album;
pub use artist::artist;
pub use audiobook::audiobook;
pub use audiobook::chapter;
pub use audiobook::simplified_audiobook;
pub use audiobook::simplified_chapter;
pub use page_state::page_state;
pub use player::currently_playing;
pub use player::device;
pub use player::play_history;
pub use player::playback_state;
pub use player::playing;
pub use playlist::Frame;
pub use playlist::contents_names;
pub use playlist::playlist_images;
pub use playlist::playlist_without_contents;
pub use playlist::simplified_playlist;
pub use playlist_item::playlist_item;
pub use show::episode;
pub use show::episode_in_place;
pub use show::show;
pub use show::simplified_episode;
pub use show::simplified_show;
pub use track::simplified_track;
pub use track::track;
pub use user::private_user;
pub use user::public_user;
pub use user::stranger;

use serde_json::Value;
use serde_json::json;

use crate::catalogue::Catalogue;
use crate::catalogue::Thing;
use crate::host::Links;

/// A thing as a list of many kinds carries it: whole, with what it belongs to.
pub fn whole(thing: Thing, catalogue: &Catalogue, links: &Links) -> Value {
    match thing {
        Thing::Artist(key) => artist(key, catalogue, links),
        Thing::Album(key) => album(key, catalogue, links),
        Thing::Track(key) => track(key, catalogue, links),
        Thing::Show(key) => show(key, catalogue, links),
        Thing::Episode(key) => episode(key, catalogue, links),
        Thing::Audiobook(key) => audiobook(key, catalogue, links),
        Thing::Chapter(key) => chapter(key, catalogue, links),
    }
}

/// The five fields that every object of the catalogue has.
fn identity(kind: &str, id: &str, links: &Links) -> Value {
    json!({
        "external_urls": {"spotify": format!("https://open.spotify.com/{kind}/{id}")},
        "href": links.api(&format!("/v1/{kind}s/{id}")),
        "id": id,
        "type": kind,
        "uri": format!("spotify:{kind}:{id}"),
    })
}

/// An object with the fields of a second one added.
fn with(mut object: Value, fields: Value) -> Value {
    if let (Some(object), Value::Object(fields)) = (object.as_object_mut(), fields) {
        object.extend(fields);
    }
    object
}

/// What is told of something in HTML: the characters that mean something
/// there are escaped.
fn html(text: &str) -> String {
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!("<p>{escaped}</p>")
}

/// Both lines of rights that a record or a book bears.
fn copyrights(rights: &str) -> Value {
    json!([
        {"text": format!("© {rights}"), "type": "C"},
        {"text": format!("℗ {rights}"), "type": "P"},
    ])
}
