use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use futures::channel::oneshot;

use crate::{
    ports::{Clock, Millis},
    spotify::{Bucket, Limited, Meter, Priority},
};

/// How many calls may be in flight at once (contract 3.4).
const IN_FLIGHT: usize = 3;

/// How many calls may begin within a second (contract 3.4).
const A_SECOND: usize = 8;
const SECOND: Millis = Millis::from_secs(1);

/// Lets few calls through at a time: what the listener waits for first, then
/// in the order they came.
#[derive(Clone)]
pub(in crate::spotify) struct Pacing(Rc<Queue>);

struct Queue {
    clock: Rc<dyn Clock>,
    meter: Meter,
    in_flight: RefCell<Vec<Bucket>>,
    begun: RefCell<VecDeque<Millis>>,
    waiting: RefCell<VecDeque<Waiting>>,
}

/// What waits: which calls, and how soon. The priority may rise while it
/// waits, when somebody comes to wait for the same answer.
#[derive(Clone)]
pub(in crate::spotify) struct Turn {
    pub bucket: Bucket,
    pub priority: Rc<Cell<Priority>>,
}

struct Waiting {
    turn: Turn,
    answer: oneshot::Sender<Result<Permit, Limited>>,
}

/// The right to one call, given back when dropped.
pub(in crate::spotify) struct Permit {
    queue: Rc<Queue>,
    bucket: Bucket,
}

impl Pacing {
    /// Nothing is under way yet; what rests is in the meter.
    pub fn new(clock: Rc<dyn Clock>, meter: Meter) -> Self {
        Self(Rc::new(Queue {
            clock,
            meter,
            in_flight: RefCell::default(),
            begun: RefCell::default(),
            waiting: RefCell::default(),
        }))
    }

    /// Waits for a turn; refuses while the bucket rests. Dropping the future
    /// gives the turn up.
    pub async fn turn(&self, turn: Turn) -> Result<Permit, Limited> {
        let queue = &self.0;
        let bucket = turn.bucket;
        queue.refuse_while_resting(bucket)?;
        let permit = if queue.waiting.borrow().is_empty() && queue.may_begin(bucket) {
            Permit::take(queue, bucket)
        } else {
            let (answer, given) = oneshot::channel();
            queue
                .waiting
                .borrow_mut()
                .push_back(Waiting { turn, answer });
            // Whoever came before may wait for another bucket's trial only.
            Queue::dispatch(queue);
            match given.await {
                Ok(outcome) => outcome?,
                // The queue outlives whoever waits in it, so this is not
                // reached; a call let through is the harmless answer.
                Err(oneshot::Canceled) => Permit::take(queue, bucket),
            }
        };
        Ok(permit)
    }

    /// Holds a call back when many have begun within a second.
    pub async fn keep_pace(&self) {
        while let Some(wait) = self.0.begin() {
            self.0.clock.sleep(wait).await;
        }
    }
}

impl Queue {
    fn refuse_while_resting(&self, bucket: Bucket) -> Result<(), Limited> {
        self.meter.limited(bucket).map_or(Ok(()), Err)
    }

    /// Whether a call of `bucket` may begin. After a rest a single call tries
    /// whether it is over.
    fn may_begin(&self, bucket: Bucket) -> bool {
        let in_flight = self.in_flight.borrow();
        in_flight.len() < IN_FLIGHT
            && !(in_flight.contains(&bucket) && self.meter.is_on_trial(bucket))
    }

    /// Counts a call as begun, or says how long to wait first.
    fn begin(&self) -> Option<Millis> {
        let now = self.clock.now();
        let mut begun = self.begun.borrow_mut();
        // A clock that was set back must not hold anything up.
        begun.retain(|moment| *moment <= now && now - *moment < SECOND);
        match begun.front() {
            Some(oldest) if begun.len() >= A_SECOND => Some(*oldest + SECOND - now),
            _ => {
                begun.push_back(now);
                None
            }
        }
    }

    /// Gives out what turns there are, and sends away whose bucket rests.
    fn dispatch(queue: &Rc<Self>) {
        while let Some(waiting) = queue.next_to_answer() {
            let bucket = waiting.turn.bucket;
            let outcome = match queue.meter.limited(bucket) {
                Some(limited) => Err(limited),
                None => Ok(Permit::take(queue, bucket)),
            };
            // A permit that nobody waits for any more is dropped with the
            // message, which comes here again.
            let _ = waiting.answer.send(outcome);
        }
    }

    fn next_to_answer(&self) -> Option<Waiting> {
        let mut waiting = self.waiting.borrow_mut();
        waiting.retain(|waiting| !waiting.answer.is_canceled());
        let place = (0..waiting.len())
            .filter(|place| {
                let bucket = waiting[*place].turn.bucket;
                self.meter.limited(bucket).is_some() || self.may_begin(bucket)
            })
            .min_by_key(|place| waiting[*place].turn.priority.get())?;
        waiting.remove(place)
    }
}

impl Permit {
    fn take(queue: &Rc<Queue>, bucket: Bucket) -> Self {
        queue.in_flight.borrow_mut().push(bucket);
        Self {
            queue: Rc::clone(queue),
            bucket,
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        {
            let mut in_flight = self.queue.in_flight.borrow_mut();
            if let Some(place) = in_flight.iter().position(|bucket| *bucket == self.bucket) {
                in_flight.swap_remove(place);
            }
        }
        Queue::dispatch(&self.queue);
    }
}
