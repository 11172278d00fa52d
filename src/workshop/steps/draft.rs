use crate::oauth::{
    AuthorizationRequest, ClientId, CodeVerifier, RedirectUri, ScopeSet, State, VerifierError,
};

/// The verifier of RFC 7636, Appendix B. Known to everybody, so good for
/// nothing but to compare one's own work with.
pub const EXAMPLE_VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// Its challenge, as the same appendix prints it.
pub const EXAMPLE_CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// Where a verifier comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The random source of this device.
    Random,
    /// RFC 7636, Appendix B.
    Example,
    /// Somebody's own hand.
    Written,
}

/// A request that is being put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The verifier, if what was written is one.
    pub verifier: Result<CodeVerifier, VerifierError>,
    /// Where it comes from.
    pub origin: Origin,
    /// What the answer will be recognised by.
    pub state: State,
    /// The app that asks, once one is named.
    pub client_id: Option<ClientId>,
    /// Where the answer is sent.
    pub redirect_uri: RedirectUri,
    /// What is asked for.
    pub scopes: ScopeSet,
    /// Whether even someone who agreed before is asked.
    pub show_dialog: bool,
}

impl Draft {
    /// As this app asks when somebody signs in, with secrets that nobody has
    /// used.
    pub fn new(
        (verifier, state): (CodeVerifier, State),
        client_id: Option<ClientId>,
        redirect_uri: RedirectUri,
    ) -> Self {
        Self {
            verifier: Ok(verifier),
            origin: Origin::Random,
            state,
            client_id,
            redirect_uri,
            scopes: ScopeSet::at_sign_in(),
            // Or whoever agreed before would never see Spotify's page.
            show_dialog: true,
        }
    }

    /// Asking as `asked` does, with secrets of its own.
    #[must_use]
    pub fn like(self, asked: AuthorizationRequest) -> Self {
        Self {
            client_id: Some(asked.client_id),
            scopes: asked.scopes,
            show_dialog: asked.show_dialog,
            ..self
        }
    }

    /// With the verifier of the RFC.
    pub fn take_example(&mut self) {
        self.verifier = CodeVerifier::parse(EXAMPLE_VERIFIER);
        self.origin = Origin::Example;
    }

    /// With a verifier that somebody wrote.
    pub fn write(&mut self, text: &str) {
        self.verifier = CodeVerifier::parse(text);
        self.origin = Origin::Written;
    }

    /// With a verifier of new random bytes.
    pub fn draw(&mut self, verifier: CodeVerifier) {
        self.verifier = Ok(verifier);
        self.origin = Origin::Random;
    }

    /// The request, once everything in it is fit to be sent.
    pub fn request(&self) -> Option<AuthorizationRequest> {
        Some(AuthorizationRequest {
            client_id: self.client_id.clone()?,
            redirect_uri: self.redirect_uri.clone(),
            scopes: self.scopes,
            show_dialog: self.show_dialog,
            state: self.state.clone(),
            verifier: self.verifier.clone().ok()?,
        })
    }
}
