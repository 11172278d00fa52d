use futures::future::LocalBoxFuture;

/// Runs work that must finish even when nobody waits for it any more.
pub trait Tasks {
    /// Starts `task` on this thread and drives it to its end.
    fn spawn(&self, task: LocalBoxFuture<'static, ()>);
}
