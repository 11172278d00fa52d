use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use futures::channel::oneshot;

/// How many calls may be in flight at once (contract 3.4).
const IN_FLIGHT: usize = 3;

/// Lets few calls through at a time, in the order they came.
#[derive(Clone, Default)]
pub(super) struct Pacing(Rc<Queue>);

#[derive(Default)]
struct Queue {
    in_flight: Cell<usize>,
    waiting: RefCell<VecDeque<oneshot::Sender<Permit>>>,
}

/// The right to one call, given back when dropped.
pub(super) struct Permit(Rc<Queue>);

impl Pacing {
    /// Waits for a turn. Dropping the future gives the turn up.
    pub(super) async fn turn(&self) -> Permit {
        if self.0.in_flight.get() < IN_FLIGHT {
            return Permit::take(&self.0);
        }
        let (sender, turn) = oneshot::channel();
        self.0.waiting.borrow_mut().push_back(sender);
        match turn.await {
            Ok(permit) => permit,
            // The queue outlives whoever waits in it, so this is not reached;
            // a call let through is the harmless answer if it ever is.
            Err(oneshot::Canceled) => Permit::take(&self.0),
        }
    }
}

impl Permit {
    fn take(queue: &Rc<Queue>) -> Self {
        queue.in_flight.set(queue.in_flight.get() + 1);
        Self(Rc::clone(queue))
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.in_flight.set(self.0.in_flight.get() - 1);
        // Whoever gave up waiting drops the permit sent to it, which wakes the
        // one after.
        let next = self.0.waiting.borrow_mut().pop_front();
        if let Some(waiting) = next {
            let _ = waiting.send(Permit::take(&self.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::*;

    #[test]
    fn three_at_once_and_the_rest_in_order() {
        let pacing = Pacing::default();
        let mut turns: Vec<_> = (0..6).map(|_| Box::pin(pacing.turn())).collect();
        let mut permits: Vec<_> = turns
            .iter_mut()
            .map(|turn| turn.as_mut().now_or_never())
            .collect();
        let let_through =
            |permits: &[Option<Permit>]| permits.iter().map(Option::is_some).collect::<Vec<_>>();
        assert_eq!(
            let_through(&permits),
            [true, true, true, false, false, false]
        );
        // The fourth gives up, so the fifth is next.
        drop(turns.remove(3));
        permits[0] = None;
        assert!(turns[3].as_mut().now_or_never().is_some());
    }

    #[test]
    fn a_turn_given_back_is_free_again() {
        let pacing = Pacing::default();
        for _ in 0..10 {
            assert!(pacing.turn().now_or_never().is_some());
        }
    }
}
