use futures::{
    FutureExt,
    future::{Either, LocalBoxFuture, select},
};
use gloo_net::http::RequestBuilder;
use web_sys::{AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use super::BrowserClock;
use crate::ports::{
    CachePolicy, Clock, Method, Millis, Request, Response, Transport, TransportError,
};

/// `fetch`, without credentials, referrer or redirects (security 21, 39).
pub struct FetchTransport;

/// How long a failure is held back. A page that is left has its requests cut
/// off, which looks just like an answer that cannot be read; it no longer lives
/// to hear of it.
const LEAVING: Millis = Millis(300);

impl Transport for FetchTransport {
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        async move {
            let abort = AbortOnDrop(AbortController::new().ok());
            let deadline = BrowserClock.sleep(request.timeout);
            let answer = exchange(request, &abort).boxed_local();
            match select(answer, deadline).await {
                Either::Left((Err(TransportError::Opaque), _)) => {
                    BrowserClock.sleep(LEAVING).await;
                    Err(TransportError::Opaque)
                }
                Either::Left((answer, _)) => answer,
                Either::Right(((), _)) => Err(TransportError::TimedOut),
            }
        }
        .boxed_local()
    }
}

/// Aborts the request when nobody waits for it any more.
struct AbortOnDrop(Option<AbortController>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

async fn exchange(request: Request, abort: &AbortOnDrop) -> Result<Response, TransportError> {
    let signal = abort.0.as_ref().map(AbortController::signal);
    let mut builder = RequestBuilder::new(&request.url)
        .method(method(request.method))
        .abort_signal(signal.as_ref())
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(match request.cache {
            CachePolicy::Default => RequestCache::Default,
            CachePolicy::NoStore => RequestCache::NoStore,
        });
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let built = match request.body {
        Some(body) => builder.body(body),
        None => builder.build(),
    };
    let answer = built
        .map_err(|_| failure())?
        .send()
        .await
        .map_err(|_| failure())?;
    Ok(Response {
        status: answer.status(),
        retry_after: answer
            .headers()
            .get("retry-after")
            .and_then(|seconds| seconds.parse().ok()),
        body: answer.text().await.map_err(|_| failure())?,
    })
}

const fn method(method: Method) -> gloo_net::http::Method {
    match method {
        Method::Get => gloo_net::http::Method::GET,
        Method::Post => gloo_net::http::Method::POST,
        Method::Put => gloo_net::http::Method::PUT,
        Method::Delete => gloo_net::http::Method::DELETE,
    }
}

/// The browser does not say why a fetch failed; what it does say is whether it
/// thinks it is online (contract 3.5).
fn failure() -> TransportError {
    let is_online = web_sys::window().is_none_or(|window| window.navigator().on_line());
    if is_online {
        TransportError::Opaque
    } else {
        TransportError::Offline
    }
}
