use super::{Session, state::Phase};

/// What to forget when signing out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forget {
    /// The session and everything read with it.
    Session,
    /// That, and the client ID and preferences too.
    Device,
}

impl Session {
    /// Ends the session in this tab and its copies. Works offline: Spotify has
    /// no endpoint that revokes a grant, so the listener is told where to do
    /// it (contract 2.2). The caller then replaces the page, which drops what
    /// is still in memory (security 49).
    pub fn sign_out(&self, forget: Forget) {
        // Those who live on what came before have not been told of the present.
        let grants = [self.grant(), self.former.take()];
        // Whoever follows the session may have something to keep afterwards.
        self.vault.clear();
        self.turn(Phase::SignedOut);
        if forget == Forget::Device {
            self.device.forget_all();
        }
        for grant in grants.into_iter().flatten() {
            self.tell_signed_out(&grant.family);
        }
    }
}
