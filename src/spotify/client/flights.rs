use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use futures::{
    FutureExt,
    future::{LocalBoxFuture, Shared, WeakShared},
};

use crate::{
    ports::Response,
    spotify::{Error, Priority, call::Plan},
};

type Sending = LocalBoxFuture<'static, Result<Rc<Response>, Error>>;

/// The reads that are under way, so that the same is not asked twice. A read
/// that nobody waits for any more is cancelled.
#[derive(Default)]
pub(super) struct Flights(RefCell<HashMap<Asked, Flight>>);

/// In which session, and for which path.
type Asked = (u64, String);

struct Flight {
    sending: WeakShared<Sending>,
    priority: Rc<Cell<Priority>>,
}

impl Flights {
    /// The read that asks the same as `plan` in the same session, if one is
    /// under way. It hurries when the one who joins is in a hurry.
    pub fn join(&self, session: u64, plan: &Plan) -> Option<Shared<Sending>> {
        let flights = self.0.borrow();
        let flight = flights.get(&(session, plan.path().to_owned()))?;
        let sending = flight.sending.upgrade()?;
        if sending.peek().is_some() {
            return None;
        }
        let priority = flight.priority.get().min(plan.priority);
        flight.priority.set(priority);
        Some(sending)
    }

    /// Lets nobody join what is under way.
    pub fn part(&self) {
        self.0.borrow_mut().clear();
    }

    /// Begins a read that others may join.
    pub fn begin(
        &self,
        session: u64,
        plan: &Plan,
        priority: Rc<Cell<Priority>>,
        sending: Sending,
    ) -> Shared<Sending> {
        let sending = sending.shared();
        let mut flights = self.0.borrow_mut();
        flights.retain(|_, flight| flight.sending.upgrade().is_some());
        if let Some(weak) = sending.downgrade() {
            let flight = Flight {
                sending: weak,
                priority,
            };
            flights.insert((session, plan.path().to_owned()), flight);
        }
        sending
    }
}
