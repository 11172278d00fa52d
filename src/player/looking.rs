//! Reads what plays, the devices and the queue.

use super::{Player, expectation::Stamp};
use crate::spotify::{Error, endpoints::player};

impl Player {
    /// Reads what plays, unless that is under way.
    pub(super) fn begin_reading(&self) {
        if self.0.book.borrow().reading.is_under_way() {
            return;
        }
        let asked = self.ask_state();
        let player = self.clone();
        self.spawn(async move { drop(player.await_state(asked).await) });
    }

    /// Reads what plays now, whatever is under way.
    pub(super) async fn read_state(&self) -> Result<(), Error> {
        let asked = self.ask_state();
        self.await_state(asked).await
    }

    fn ask_state(&self) -> Stamp {
        let mut book = self.0.book.borrow_mut();
        let shown = book.shown();
        book.reading.begin(shown.as_ref(), self.now());
        book.stamp(self.now())
    }

    async fn await_state(&self, asked: Stamp) -> Result<(), Error> {
        let outcome = self.0.client.call(player::state()).await;
        let result = outcome.as_ref().map(|_| ()).map_err(Error::clone);
        let active = {
            let mut book = self.0.book.borrow_mut();
            book.learn_state(outcome, asked, self.now())
        };
        if let Some(active) = active {
            active.remember(self.0.store.as_ref());
        }
        self.changed();
        result
    }

    /// Lists the devices, unless that is under way.
    pub(super) fn begin_listing(&self) {
        if self.0.book.borrow().devices.is_under_way() {
            return;
        }
        self.0.book.borrow_mut().devices.begin(self.now());
        let player = self.clone();
        self.spawn(async move { player.await_devices().await });
    }

    /// Lists the devices now, whatever is under way.
    pub(super) async fn list_devices(&self) {
        self.0.book.borrow_mut().devices.begin(self.now());
        self.await_devices().await;
    }

    async fn await_devices(&self) {
        let outcome = self.0.client.call(player::devices()).await;
        {
            let mut book = self.0.book.borrow_mut();
            book.devices.end(outcome.map(|listed| listed.devices));
            if let Some((command, device)) = book.come_for() {
                self.send_to(&mut book, command, &device);
            }
        }
        self.changed();
    }

    /// Reads what comes next, unless that is under way.
    pub(super) fn begin_queue(&self) {
        if self.0.book.borrow().queue.is_under_way() {
            return;
        }
        self.ask_queue();
        let player = self.clone();
        self.spawn(async move { player.await_queue().await });
    }

    /// Reads what comes next now, whatever is under way.
    pub(super) async fn queue_now(&self) {
        self.ask_queue();
        self.await_queue().await;
    }

    fn ask_queue(&self) {
        let mut book = self.0.book.borrow_mut();
        book.queue.begin(self.now());
        // What was told a moment ago may not be in it yet (contract 6.1).
        book.queue_is_old = book.reading.is_to_follow();
    }

    async fn await_queue(&self) {
        let outcome = self.0.client.call(player::queue()).await;
        let now = self.now();
        self.0.book.borrow_mut().learn_queue(outcome, now);
        self.changed();
    }

    pub(super) fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.0.tasks.spawn(Box::pin(task));
    }
}
