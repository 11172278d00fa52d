//! Which app asks for tokens (contract 2.1), and whether it shows its secret.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::header;

use crate::accounts::token::outcome::TokenError;
use crate::call::Call;
use crate::call::Pairs;
use crate::world::World;

/// An app at the token endpoint.
#[derive(Debug)]
pub struct Client {
    pub id: String,
    /// Public clients never do, and need not.
    pub showed_secret: bool,
}

impl Client {
    /// Reads the client from the form or from Basic authorization. Whoever
    /// shows a secret must show the right one.
    pub fn read(world: &World, call: &Call, form: &Pairs) -> Result<Self, TokenError> {
        let in_form = form.get("client_id").map(str::to_owned);
        let (id, shown) = match call.header(header::AUTHORIZATION) {
            Some(value) => {
                let (id, secret) = basic(value).ok_or(TokenError::InvalidClientSecret)?;
                let named = in_form.unwrap_or_else(|| id.clone());
                let shown = (named == id).then_some(secret);
                (Some(named), shown)
            }
            None => (in_form, form.get("client_secret").map(str::to_owned)),
        };
        let shows_secret =
            call.headers.contains_key(header::AUTHORIZATION) || form.get("client_secret").is_some();
        let id = id.ok_or(TokenError::NoClientCredentials)?;
        let app = world.app(&id).ok_or(TokenError::InvalidClient)?;
        if shows_secret && shown != Some(app.secret()) {
            return Err(TokenError::InvalidClientSecret);
        }
        Ok(Self {
            id,
            showed_secret: shows_secret,
        })
    }
}

/// Client ID and secret of Basic authorization.
fn basic(value: &str) -> Option<(String, String)> {
    let encoded = value.strip_prefix("Basic ")?;
    let decoded = BASE64_STANDARD.decode(encoded.trim()).ok()?;
    let text = String::from_utf8(decoded).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}
