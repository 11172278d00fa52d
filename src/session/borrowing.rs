//! A tab that the app opened has no copy of the session, for its links keep no
//! way back (security 23). While a tab is open that has one, this tab lives on
//! that tab's access token: it is never given the refresh token, keeps nothing
//! in its storage, and asks again when the token ends (security 33).

use std::rc::Rc;

use futures::FutureExt;

use super::{
    Grant, Listener, Session,
    message::{Asker, Lent, Message, Request},
    renewal::Outcome,
    state::{Epoch, Phase},
    tabs::{ANSWERED_WITHIN, Patience},
};
use crate::{
    ports::Millis,
    spotify::{TokenUnavailable, UserId},
};

/// How long a new tab lets others answer after the first: of two listeners in
/// one browser, it is to be the one whose tab was looked at last.
const OTHERS_ANSWER_WITHIN: Millis = Millis(60);

/// How long a tab that lives on another's session lets it answer: longer than
/// one that has nothing to lose.
const LENDER_ANSWERS_WITHIN: Millis = Millis::from_secs(2);

impl Session {
    /// Whether asking the other tabs makes sense: nobody is signed in here, nor
    /// has signed out here, and somebody has used this browser before.
    pub fn may_borrow(&self) -> bool {
        self.is_signed_out() && !self.vault.is_apart() && self.device.has_been_used()
    }

    /// Asks the other tabs for a session to live on. Takes 400 ms at the most,
    /// unless one of them says that it is renewing its own.
    pub async fn borrow(self: &Rc<Self>) {
        let epoch = self.epoch();
        let patience = Patience {
            at_first: ANSWERED_WITHIN,
            for_better: OTHERS_ANSWER_WITHIN,
        };
        let lent = self.ask_for_loan(Millis::ZERO, None, patience).await;
        // Meanwhile somebody may have signed in here.
        if let Some(lent) = lent.filter(|_| self.epoch() == epoch && self.is_signed_out()) {
            self.turn(Phase::Granted(lent.grant));
        }
    }

    /// This tab stays by itself until somebody signs in: whoever signed out
    /// here does not want to be signed in again as somebody else.
    pub fn stay_apart(&self) {
        self.vault.stay_apart();
    }

    /// A newer token from a tab that has the same listener signed in to the
    /// same app.
    pub(super) async fn borrow_anew(&self, epoch: Epoch, grant: &Grant) -> Outcome {
        let patience = Patience {
            at_first: LENDER_ANSWERS_WITHIN,
            for_better: Millis::ZERO,
        };
        let of = grant.listener.as_ref().map(|listener| listener.id.clone());
        let lent = self.ask_for_loan(grant.tokens.renew_at, of, patience).await;
        let present = self.granted_in(epoch)?;
        let lent = lent.filter(|lent| lent.grant.client_id == present.client_id);
        self.is_cut_off.set(lent.is_none());
        match lent {
            Some(lent) => Ok(self.keep(lent.grant)),
            None => Err(TokenUnavailable::LenderGone),
        }
    }

    async fn ask_for_loan(
        &self,
        beyond: Millis,
        of: Option<UserId>,
        patience: Patience,
    ) -> Option<Lent> {
        let request = Request {
            nonce: self.nonce()?,
            beyond,
            asker: Asker::Borrower { of },
        };
        self.ask(request, patience).await
    }

    /// Goes over to `family`, if it is that of whoever lends to this tab, and
    /// gets to know what is granted now.
    pub(super) fn follow(self: &Rc<Self>, family: &str, by: String) {
        let own = self.grant_of(family).filter(|grant| grant.is_borrowed);
        if let Some(mut grant) = own {
            grant.family.0 = by;
            self.update(grant);
            let renewal = self.renew();
            self.ports.tasks.spawn(renewal.map(drop).boxed_local());
        }
    }

    /// Tells those who live on `former` that it goes on as the present grant,
    /// if it is of the same listener.
    pub(super) fn tell_followed(&self, former: &Grant) {
        let Some(grant) = self.grant() else { return };
        let id = |listener: &Listener| listener.id.clone();
        let is_same = !former.is_borrowed
            && grant.client_id == former.client_id
            && grant.listener.as_ref().map(id) == former.listener.as_ref().map(id);
        if is_same {
            self.post(&Message::Followed {
                family: former.family.0.clone(),
                by: grant.family.0,
            });
        }
    }
}
