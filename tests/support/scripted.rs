use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use cratedigger::ports::{Request, Response, Transport, TransportError};
use futures::{
    FutureExt,
    future::{LocalBoxFuture, ready},
};

/// Gives the answers it was given, in order, and keeps the requests.
#[derive(Default)]
pub struct ScriptedTransport {
    answers: RefCell<VecDeque<Response>>,
    requests: RefCell<Vec<Request>>,
}

impl ScriptedTransport {
    /// Will give `answers`.
    pub fn giving(answers: impl IntoIterator<Item = Response>) -> Rc<Self> {
        let script = Self::default();
        script.answers.borrow_mut().extend(answers);
        Rc::new(script)
    }

    /// The requests so far.
    pub fn requests(&self) -> std::cell::Ref<'_, Vec<Request>> {
        self.requests.borrow()
    }
}

/// An answer with `status` and `body`.
pub fn answer(status: u16, body: &str) -> Response {
    Response {
        status,
        retry_after: None,
        body: body.to_owned(),
    }
}

impl Transport for ScriptedTransport {
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, TransportError>> {
        self.requests.borrow_mut().push(request);
        let answer = self.answers.borrow_mut().pop_front();
        let answer = answer.expect("more requests than the script has answers");
        ready(Ok(answer)).boxed_local()
    }
}
