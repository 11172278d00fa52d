//! Users.

use serde_json::Value;
use serde_json::json;

use crate::api::shapes::identity;
use crate::api::shapes::image::images;
use crate::api::shapes::with;
use crate::catalogue::Catalogue;
use crate::catalogue::Picture;
use crate::host::Links;
use crate::listeners::Listener;

/// The listener's own account.
pub fn private_user(listener: &Listener, catalogue: &Catalogue, links: &Links) -> Value {
    let portrait = if listener.has_portrait {
        images(Picture::Portrait(listener.taste), catalogue, links)
    } else {
        json!([])
    };
    let whole = json!({
        "account_id": listener.account_id,
        "country": listener.country,
        "display_name": listener.display_name,
        "email": listener.email,
        "explicit_content": {"filter_enabled": false, "filter_locked": false},
        "followers": {"href": null, "total": 12},
        "images": portrait,
        "product": listener.subscription.product(),
    });
    with(identity("user", &listener.id, links), whole)
}
