//! One request to the token endpoint, and what is to be thought of its answer.

use super::{ExchangeTrace, Session};
use crate::{
    oauth::{
        Parameter, TokenAnswer, TokenError, TokenSet, ValidatedCallback, exchange_parameters,
        exchange_request, read_exchange,
    },
    ports::{Millis, Request, Response, TransportError},
};

/// What came of a request to the token endpoint.
pub(super) struct Exchanged {
    /// What was sent, and what came back.
    pub(super) trace: ExchangeTrace,
    /// What is believed of it.
    pub(super) tokens: Result<TokenSet, TokenError>,
}

impl Session {
    /// Exactly one request: a code works once, so a second would only hide
    /// what became of the first (security 20).
    pub(super) async fn exchange_once(&self, callback: ValidatedCallback) -> Exchanged {
        let (asked_for, sent) = (callback.scopes(), exchange_parameters(&callback));
        let read = |response: &Response, now| read_exchange(response, asked_for, now);
        self.ask_for_tokens(sent, exchange_request(callback), read)
            .await
    }

    /// Sends `request`, which says `sent`, and has its answer read.
    pub(super) async fn ask_for_tokens(
        &self,
        sent: Vec<Parameter>,
        request: Request,
        read: impl FnOnce(&Response, Millis) -> Result<TokenSet, TokenError>,
    ) -> Exchanged {
        let began = self.now();
        let answer: Result<Response, TransportError> = self.ports.transport.send(request).await;
        let now = self.now();
        let trace = ExchangeTrace {
            answer: TokenAnswer::read(&answer, &sent),
            sent,
            took: now - began,
        };
        let tokens = match answer {
            Ok(response) => read(&response, now),
            Err(error) => Err(error.into()),
        };
        Exchanged { trace, tokens }
    }
}
