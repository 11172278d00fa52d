use std::cell::RefCell;

use cratedigger::ports::Tasks;
use futures::{
    FutureExt,
    executor::LocalSpawner,
    future::{AbortHandle, LocalBoxFuture, abortable},
    task::LocalSpawnExt,
};

/// The tasks of one tab, which end with it.
pub struct TabTasks {
    spawner: LocalSpawner,
    started: RefCell<Vec<AbortHandle>>,
}

impl TabTasks {
    /// Tasks that run where `spawner` starts them.
    pub fn new(spawner: LocalSpawner) -> Self {
        Self {
            spawner,
            started: RefCell::default(),
        }
    }

    /// Ends them all.
    pub fn end(&self) {
        for task in self.started.take() {
            task.abort();
        }
    }
}

impl Tasks for TabTasks {
    fn spawn(&self, task: LocalBoxFuture<'static, ()>) {
        let (task, handle) = abortable(task);
        self.started.borrow_mut().push(handle);
        self.spawner
            .spawn_local(task.map(drop))
            .expect("the pool outlives the tab");
    }
}
