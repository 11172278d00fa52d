use super::{ClientId, ISSUER, Parameter, RefreshToken, Secret, ValidatedCallback};
use crate::ports::{CachePolicy, Method, Millis, Request};

/// The path of the token endpoint at [`ISSUER`].
pub const TOKEN_ENDPOINT: &str = "/api/token";

/// How long the token endpoint may take (security 21).
const TIMEOUT: Millis = Millis::from_secs(10);

/// What the exchange of a code says, in the order it is sent in (RFC 6749
/// §4.1.3, RFC 7636 §4.5, contract 2.1).
pub fn exchange_parameters(callback: &ValidatedCallback) -> Vec<Parameter> {
    let (code, verifier) = (callback.code.clone(), callback.verifier.clone());
    vec![
        Parameter::plain("grant_type", "authorization_code"),
        Parameter::secret("code", Secret::Code(code)),
        Parameter::plain("redirect_uri", callback.redirect_uri.as_str()),
        Parameter::plain("client_id", callback.client_id.as_str()),
        Parameter::secret("code_verifier", Secret::Verifier(verifier)),
    ]
}

/// Exchanges a code for tokens. Takes the callback by value: a code is
/// exchanged once, with the client ID and the redirect URI it was asked for
/// with.
#[expect(
    clippy::needless_pass_by_value,
    reason = "what is exchanged is used up"
)]
pub fn exchange_request(callback: ValidatedCallback) -> Request {
    token_request(&exchange_parameters(&callback))
}

/// What a refresh says, in the order it is sent in (RFC 6749 §6, contract
/// 2.1).
pub fn refresh_parameters(client_id: &ClientId, refresh_token: &RefreshToken) -> Vec<Parameter> {
    let refresh_token = Secret::Refresh(refresh_token.clone());
    vec![
        Parameter::plain("grant_type", "refresh_token"),
        Parameter::secret("refresh_token", refresh_token),
        Parameter::plain("client_id", client_id.as_str()),
    ]
}

/// Asks for a new access token.
pub fn refresh_request(client_id: &ClientId, refresh_token: &RefreshToken) -> Request {
    token_request(&refresh_parameters(client_id, refresh_token))
}

/// A form-encoded POST with no other header: a simple request, so the browser
/// sends no preflight (contract 2.4).
fn token_request(parameters: &[Parameter]) -> Request {
    let pairs = parameters.iter().map(|given| (given.name, given.text()));
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    Request {
        method: Method::Post,
        url: format!("{ISSUER}{TOKEN_ENDPOINT}"),
        headers: vec![(
            "content-type",
            "application/x-www-form-urlencoded".to_owned(),
        )],
        body: Some(body),
        cache: CachePolicy::NoStore,
        timeout: TIMEOUT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::{AuthorizationCode, CodeVerifier, RedirectUri, ScopeSet};
    use crate::route::Route;

    fn client_id() -> ClientId {
        ClientId::parse("4f1c0a9be27d4d0c8a6f7e35b1902d6c").expect("well-formed")
    }

    #[test]
    fn an_exchange_names_code_verifier_client_and_redirect() {
        let request = exchange_request(ValidatedCallback {
            code: AuthorizationCode::new("c/d".to_owned()),
            verifier: CodeVerifier::new("v".to_owned()),
            client_id: client_id(),
            redirect_uri: RedirectUri::of_app("https://music.example", "/crate/"),
            scopes: ScopeSet::default(),
            return_to: Route::Home,
        });
        assert_eq!(request.method, Method::Post);
        assert_eq!(request.url, "https://accounts.spotify.com/api/token");
        assert_eq!(request.cache, CachePolicy::NoStore);
        assert_eq!(request.timeout, Millis(10_000));
        assert_eq!(
            request.body.as_deref(),
            Some(
                "grant_type=authorization_code&code=c%2Fd\
                 &redirect_uri=https%3A%2F%2Fmusic.example%2Fcrate%2F\
                 &client_id=4f1c0a9be27d4d0c8a6f7e35b1902d6c&code_verifier=v"
            )
        );
    }

    #[test]
    fn a_refresh_carries_no_secret_but_the_refresh_token() {
        let request = refresh_request(&client_id(), &RefreshToken::new("r".to_owned()));
        assert_eq!(
            request.body.as_deref(),
            Some(
                "grant_type=refresh_token&refresh_token=r\
                 &client_id=4f1c0a9be27d4d0c8a6f7e35b1902d6c"
            )
        );
        assert!(!format!("{request:?}").contains("refresh_token"));
    }
}
