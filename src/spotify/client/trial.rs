use std::{cell::Cell, rc::Rc};

use super::Client;
use crate::{
    oauth::AccessToken,
    ports::{Millis, Response},
    spotify::{Call, Error, Priority, pacing::Turn},
};

/// Whose token a call carries that is made to see what comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BearerToken {
    /// The session's.
    Session,
    /// Another one.
    Given(AccessToken),
}

/// What came of a call that was made to see what comes.
#[derive(Debug)]
pub struct Trial {
    /// The answer as it came, whatever its status.
    pub response: Response,
    /// How long it took, with the browser's own part.
    pub took: Millis,
    /// What the app would have made of it, if it is no success.
    pub error: Option<Error>,
}

impl Client {
    /// Makes a read once and shows what comes: it is not answered from memory,
    /// not repeated, and the answer goes to nobody else. It takes its turn and
    /// counts as every call does, whosever token it carries: what is unknown is
    /// better taken for this app's quota than not counted (contract 3.4).
    pub fn try_out(
        &self,
        call: &Call<()>,
        bearer: BearerToken,
    ) -> impl Future<Output = Result<Trial, Error>> + use<> {
        let (client, plan) = (self.clone(), call.plan.clone());
        let asked_in = client.now_asked();
        async move {
            let turn = Turn {
                bucket: plan.endpoint.bucket,
                priority: Rc::new(Cell::new(Priority::Now)),
            };
            let _permit = client.0.pacing.turn(turn).await.map_err(Error::Limited)?;
            let token = match bearer {
                BearerToken::Session => client.0.tokens.access_token().await?,
                BearerToken::Given(token) => token,
            };
            let begun = client.0.clock.now();
            let sent = client.transmit(&plan, &token, asked_in).await?;
            Ok(Trial {
                took: client.0.clock.now() - begun,
                error: client.judge(&plan, &sent).err(),
                response: sent.response,
            })
        }
    }
}
