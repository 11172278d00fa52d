use futures::future::LocalBoxFuture;

use crate::ports::Tasks;

/// Tasks of this page.
pub struct MicroTasks;

impl Tasks for MicroTasks {
    fn spawn(&self, task: LocalBoxFuture<'static, ()>) {
        wasm_bindgen_futures::spawn_local(task);
    }
}
