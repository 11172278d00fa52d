use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use super::{
    Command, Preferred, Status, book::Book, expectation::Change, foresight::Foresight,
    needs_device::steps_to, timer::Timer,
};
use crate::{
    ports::{Clock, Millis, Store, Tasks},
    spotify::{Client, DeviceId},
};

/// The player of this page. Clones are the same player. It asks nothing before
/// it is told to [`look`](Player::look), or that it is
/// [seen](Player::set_visible).
#[derive(Clone)]
pub struct Player(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub client: Client,
    pub clock: Rc<dyn Clock>,
    pub tasks: Rc<dyn Tasks>,
    pub store: Rc<dyn Store>,
    pub book: RefCell<Book>,
    observers: RefCell<Vec<Rc<dyn Fn()>>>,
    pub timer: Cell<Timer>,
}

impl Player {
    /// A player that asks through `client` and remembers the last device in
    /// `device_store`, which must be this device's own.
    pub fn new(
        client: Client,
        clock: Rc<dyn Clock>,
        tasks: Rc<dyn Tasks>,
        device_store: Rc<dyn Store>,
    ) -> Self {
        let book = Book::preferring(Preferred::remembered(device_store.as_ref()));
        Self(Rc::new(Inner {
            client,
            clock,
            tasks,
            store: device_store,
            book: RefCell::new(book),
            observers: RefCell::default(),
            timer: Cell::default(),
        }))
    }

    /// Calls `observer` after each change of [`Player::status`]. Progress by the
    /// clock is no change.
    pub fn observe(&self, observer: impl Fn() + 'static) {
        self.0.observers.borrow_mut().push(Rc::new(observer));
    }

    /// How things stand.
    pub fn status(&self) -> Status {
        self.0.book.borrow().status()
    }

    /// Now, by the clock that [`Status::progress`] goes by.
    pub fn now(&self) -> Millis {
        self.0.clock.now()
    }

    /// Reads what plays; joins a reading that is under way. For when the
    /// listener turns to the page and should not wait for the next look.
    pub fn look(&self) {
        self.0.book.borrow_mut().reading.attend();
        self.begin_reading();
    }

    /// Says whether the page is seen, which it is not at first: nothing is
    /// polled while it is not. Reads at once if it becomes so and the last
    /// reading is more than 5 s ago.
    pub fn set_visible(&self, is_visible: bool) {
        let is_due = {
            let mut book = self.0.book.borrow_mut();
            let was_visible = std::mem::replace(&mut book.is_visible, is_visible);
            book.reading.attend();
            is_visible && !was_visible && book.reading.is_old(self.now())
        };
        if is_due {
            self.begin_reading();
        }
        self.tick();
    }

    /// Does this, after whatever was told before; shown at once. It takes the
    /// place of a command that waits for a device. A device that is named while
    /// one waits is [chosen](Player::choose).
    pub fn tell(&self, command: Command) {
        let waits = self.0.book.borrow().waiting.is_some();
        if let (true, Command::Transfer { device, .. }) = (waits, &command) {
            return self.choose(device);
        }
        let now = self.now();
        {
            let mut book = self.0.book.borrow_mut();
            book.waiting = None;
            book.reading.attend();
            let changes = self.foresee(&book, &command, None);
            let (number, replaced) = book.errands.add(command, now);
            book.expect_no_more(replaced.as_slice());
            book.expect(number, changes, now);
        }
        self.changed();
    }

    /// Forgets [`Status::trouble`].
    pub fn dismiss_trouble(&self) {
        self.0.book.borrow_mut().errands.trouble = None;
        self.changed();
    }

    /// Sends the command that waits ([`Status::needs_device`]) to this device.
    pub fn choose(&self, device: &DeviceId) {
        {
            let mut book = self.0.book.borrow_mut();
            let Some(waiting) = book.waiting.take() else {
                return;
            };
            self.send_to(&mut book, waiting.command, device);
        }
        self.changed();
    }

    /// Forgets the command that waits for a device.
    pub fn give_up(&self) {
        self.0.book.borrow_mut().waiting = None;
        self.changed();
    }

    /// Reads the devices into [`Status::devices`]; joins a reading that is
    /// under way.
    pub fn read_devices(&self) {
        self.begin_listing();
    }

    /// Reads what comes next into [`Status::queue`]; joins a reading that is
    /// under way.
    pub fn read_queue(&self) {
        self.begin_queue();
    }

    /// Says whether the queue is shown: then it is read now, after commands
    /// that change it, and when something else plays.
    pub fn show_queue(&self, is_shown: bool) {
        let is_due = {
            let mut book = self.0.book.borrow_mut();
            let was_shown = std::mem::replace(&mut book.queue_is_shown, is_shown);
            is_shown && !was_shown
        };
        if is_due {
            self.begin_queue();
        }
    }

    /// The device to play on when none is active.
    pub fn preferred(&self) -> Option<Preferred> {
        self.0.book.borrow().preferred.clone()
    }

    /// Prefers another one, until one becomes active.
    pub fn prefer(&self, preferred: Preferred) {
        preferred.remember(self.0.store.as_ref());
        self.0.book.borrow_mut().preferred = Some(preferred);
    }

    /// Prefers none any more, and forgets it on this device.
    pub fn forget_preferred(&self) {
        Preferred::forget(self.0.store.as_ref());
        self.0.book.borrow_mut().preferred = None;
    }

    /// Sends `command` to `device`, before all others.
    pub(super) fn send_to(&self, book: &mut Book, command: Command, device: &DeviceId) {
        let now = self.now();
        let steps = steps_to(device, command);
        for (place, step) in steps.into_iter().enumerate() {
            let changes = self.foresee(book, &step, Some(device));
            let number = book.errands.add_at(place, step, device.clone(), now);
            book.expect(number, changes, now);
        }
    }

    /// What `command` is expected to change.
    fn foresee(&self, book: &Book, command: &Command, to: Option<&DeviceId>) -> Vec<Change> {
        let shown = book.shown();
        let foresight = Foresight {
            client: &self.0.client,
            shown: shown.as_ref(),
            queue: book.queue.value.as_ref(),
            devices: book.devices.value.as_deref().unwrap_or_default(),
            now: self.now(),
        };
        foresight.of(command, to)
    }

    /// Something is another way than before: what is due is done, and whoever
    /// watches is told.
    pub(super) fn changed(&self) {
        self.tick();
        let observers = self.0.observers.borrow().clone();
        for observer in observers {
            observer();
        }
    }
}
