use super::*;
use crate::oauth::CodeChallenge;

/// Every byte differs from draw to draw.
struct Draws(std::cell::Cell<u8>);

impl Random for Draws {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        self.0.set(self.0.get().wrapping_add(1));
        bytes.fill(self.0.get());
        Ok(())
    }
}

const NOW: Millis = Millis(1_790_000_000_000);

fn tab() -> TabNonce {
    TabNonce::recorded("tab".to_owned())
}

fn begin(random: &dyn Random) -> PendingAuthorization {
    let request = AuthorizationRequest::new(
        ClientId::parse("4f1c0a9be27d4d0c8a6f7e35b1902d6c").expect("well-formed"),
        RedirectUri::of_app("http://127.0.0.1:8080", "/"),
        ScopeSet::at_sign_in(),
        false,
        random,
    )
    .expect("draws do not fail");
    PendingAuthorization::new(request, Purpose::SignIn, Route::Settings, tab(), NOW)
}

fn response(query: &str) -> AuthorizationResponse {
    AuthorizationResponse::read(query, "")
        .expect("a response")
        .expect("well-formed")
}

#[test]
fn the_authorization_url_asks_as_rfc_7636_says() {
    let pending = begin(&Draws(0.into()));
    let url = pending.request.url();
    let challenge = CodeChallenge::of(&pending.request.verifier);
    assert_eq!(
        url,
        format!(
            "https://accounts.spotify.com/authorize\
             ?client_id=4f1c0a9be27d4d0c8a6f7e35b1902d6c\
             &response_type=code\
             &redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2F\
             &state=AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE\
             &scope=user-top-read%20user-read-recently-played%20user-read-playback-state\
             %20user-read-currently-playing%20user-modify-playback-state\
             %20playlist-read-private\
             &code_challenge_method=S256\
             &code_challenge={}",
            challenge.as_str()
        )
    );
    assert_eq!(challenge.as_str().len(), 43);
    assert!(!url.contains(pending.request.verifier.expose()));
    let asking_anew = AuthorizationRequest {
        show_dialog: true,
        ..pending.request
    };
    assert!(asking_anew.url().ends_with("&show_dialog=true"));
}

#[test]
fn scopes_are_separated_by_percent_20() {
    let mut pending = begin(&Draws(0.into()));
    pending.request.scopes = ScopeSet::parse("user-top-read streaming");
    assert!(
        pending
            .request
            .url()
            .contains("scope=user-top-read%20streaming&")
    );
}

#[test]
fn without_scopes_the_parameter_is_left_out() {
    let mut pending = begin(&Draws(0.into()));
    pending.request.scopes = ScopeSet::default();
    let url = pending.request.url();
    assert!(!url.contains("scope") && url.contains("&code_challenge="));
}

#[test]
fn two_attempts_share_no_secret() {
    let random = Draws(0.into());
    let (first, second) = (begin(&random), begin(&random));
    assert_ne!(first.request.state, second.request.state);
    assert_ne!(first.request.verifier, second.request.verifier);
    let AuthorizationRequest {
        state, verifier, ..
    } = first.request;
    assert_ne!(state.expose(), verifier.expose());
}

#[test]
fn a_matching_answer_is_believed() {
    let pending = begin(&Draws(0.into()));
    let answer = response(&format!("code=c&state={}", pending.request.state.expose()));
    let verifier = pending.request.verifier.clone();
    let callback = pending.validate(answer, &tab(), NOW).expect("ours");
    assert_eq!(callback.code.expose(), "c");
    assert_eq!(callback.verifier, verifier);
    assert_eq!(callback.return_to(), Route::Settings);
}

#[test]
fn state_age_tab_and_issuer_are_judged_before_what_the_answer_says() {
    let state = begin(&Draws(0.into())).request.state.expose().to_owned();
    let late = NOW + PENDING_LIFETIME + Millis(1);
    let early = NOW - Millis(1);
    let foreign_issuer = format!("{state}&iss=https%3A%2F%2Faccounts.spotify.com%2F");
    for outcome in ["code=c", "error=access_denied"] {
        for (state, tab_name, now, check) in [
            (format!("{state}x").as_str(), "tab", NOW, Check::SameState),
            ("x", "tab", NOW, Check::SameState),
            (&state, "tab", late, Check::InTime),
            (&state, "tab", early, Check::InTime),
            (&state, "another tab", NOW, Check::SameTab),
            (&foreign_issuer, "tab", NOW, Check::SameIssuer),
        ] {
            let query = format!("{outcome}&state={state}");
            let tab = TabNonce::recorded(tab_name.to_owned());
            let pending = begin(&Draws(0.into()));
            let failed = pending.failed_check(&response(&query), &tab, now);
            assert_eq!(failed, Some(check), "{query}");
            let judged = pending.validate(response(&query), &tab, now);
            let failure = judged.map(|_| ());
            assert_eq!(failure, Err(AuthorizationFailure::NotOurs), "{query}");
        }
    }
}

#[test]
fn the_right_issuer_and_the_last_moment_are_fine() {
    let pending = begin(&Draws(0.into()));
    let answer = response(&format!(
        "code=c&state={}&iss=https%3A%2F%2Faccounts.spotify.com",
        pending.request.state.expose()
    ));
    assert!(
        pending
            .validate(answer, &tab(), NOW + PENDING_LIFETIME)
            .is_ok()
    );
}

#[test]
fn a_refusal_with_our_state_is_a_refusal() {
    let pending = begin(&Draws(0.into()));
    let answer = response(&format!(
        "error=access_denied&state={}",
        pending.request.state.expose()
    ));
    assert_eq!(
        pending.validate(answer, &tab(), NOW).map(|_| ()),
        Err(AuthorizationFailure::Refused(
            AuthorizationError::AccessDenied
        ))
    );
}
