//! To Spotify's consent page, and back from it.

use super::{Deck, Landing, SignInProblem};
use crate::{
    oauth::{ClientId, ScopeSet},
    platform,
    session::{Meant, SignInRequest},
};

impl Deck {
    /// Goes to Spotify to sign in, and comes back to the page that is open. An
    /// app whose grant has ended is asked for what it had.
    pub fn connect(self, client_id: ClientId, show_dialog: bool) {
        let ended = self.session().ended();
        let ended = ended.filter(|ended| ended.client_id == client_id);
        let scopes = ended.map_or_else(ScopeSet::at_sign_in, |ended| ended.scopes);
        self.authorize(client_id, scopes, show_dialog);
    }

    /// Goes to Spotify for what was granted before, with the same app.
    pub fn connect_again(self) {
        match (self.session().grant(), self.client_id()) {
            (Some(grant), _) => self.authorize(grant.client_id, grant.tokens.scopes, false),
            (None, Some(client_id)) => self.connect(client_id, false),
            (None, None) => self.start_over(),
        }
    }

    /// Goes to Spotify for these permissions besides what is granted, and keeps
    /// what the listener is about to do.
    pub fn ask_for(self, scopes: ScopeSet) {
        let session = self.session();
        if let Some(grant) = session.grant() {
            let scopes = grant.tokens.scopes.iter().chain(scopes.iter()).collect();
            let meant = self.meant.get_untracked();
            self.leave(grant.client_id, scopes, false, meant.as_ref());
        }
    }

    /// Goes to Spotify for these permissions and no others.
    pub fn keep_only(self, scopes: ScopeSet) {
        if let Some(grant) = self.session().grant() {
            self.authorize(grant.client_id, scopes, false);
        }
    }

    /// Goes to Spotify to sign somebody else in, in this tab alone.
    pub fn use_another_account(self) {
        if let Some(grant) = self.session().grant() {
            self.authorize(grant.client_id, ScopeSet::at_sign_in(), true);
        }
    }

    /// Does what the listener was about to do when they went to Spotify, now
    /// that they have granted what it needs.
    pub fn go_on(self) {
        match self.take_granted() {
            Some(Meant::Save(uri)) => self.saved().toggle(uri),
            Some(Meant::ChooseDevice) => self.player().show_devices(),
            // The dialog opens once there is a page below it.
            Some(other) => self.meant.set(Some(other)),
            None => {}
        }
    }

    /// Goes to Spotify with nothing to be done afterwards: what was meant the
    /// last time is not to be done now.
    fn authorize(self, client_id: ClientId, scopes: ScopeSet, show_dialog: bool) {
        self.leave(client_id, scopes, show_dialog, None);
    }

    fn leave(
        self,
        client_id: ClientId,
        scopes: ScopeSet,
        show_dialog: bool,
        meant: Option<&Meant>,
    ) {
        // Where it cannot be kept, nothing else can: that is told there.
        let _ = self.session().keep_meant(meant);
        let request = SignInRequest {
            client_id,
            redirect_uri: self.redirect_uri(),
            scopes,
            return_to: self.place.to_return_to(),
            show_dialog,
        };
        match self.session().begin(request) {
            Ok(url) => platform::leave_for(url.as_str()),
            Err(error) => {
                self.land(Landing::Failed(SignInProblem::SignIn(error.into())));
            }
        }
    }
}
