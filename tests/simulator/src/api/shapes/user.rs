//! Users.

use serde_json::Value;
use serde_json::json;

use crate::api::shapes::identity;
use crate::api::shapes::image::images;
use crate::api::shapes::playlist::user;
use crate::api::shapes::with;
use crate::catalogue::Catalogue;
use crate::catalogue::Picture;
use crate::host::Links;
use crate::listeners::Listener;
use crate::playlists;

/// The listener's own account.
pub fn private_user(listener: &Listener, catalogue: &Catalogue, links: &Links) -> Value {
    let whole = json!({
        "account_id": listener.account_id,
        "country": listener.country,
        "email": listener.email,
        "explicit_content": {"filter_enabled": false, "filter_locked": false},
        "product": listener.subscription.product(),
    });
    with(public_user(listener, catalogue, links), whole)
}

/// A user of whom little is known.
pub fn stranger(id: &str, links: &Links) -> Value {
    let whole = json!({
        "display_name": playlists::name_of(id),
        "followers": {"href": null, "total": 0},
        "images": [],
    });
    with(user(id, links), whole)
}

/// An account as others see it.
pub fn public_user(listener: &Listener, catalogue: &Catalogue, links: &Links) -> Value {
    let portrait = if listener.has_portrait {
        images(Picture::Portrait(listener.taste), catalogue, links)
    } else {
        json!([])
    };
    let whole = json!({
        "display_name": listener.display_name,
        "followers": {"href": null, "total": 12},
        "images": portrait,
    });
    with(identity("user", &listener.id, links), whole)
}
