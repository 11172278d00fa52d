use std::{
    any::{Any, TypeId},
    sync::Arc,
};

use crate::{
    ports::Response,
    spotify::{Call, Known, Tells, call::Plan},
};

/// An answer of a shape that only whoever asked knows.
pub type Anything = dyn Any + Send + Sync;

/// Reads an answer.
type Read = dyn Fn(&Response) -> Option<Arc<Anything>>;

/// A call that is answered with anything: how the answer is read and what is
/// learnt from it, without the type of it. All that happens to a call is the
/// same for every shape, and its code is there once.
pub struct AnyCall {
    pub(super) plan: Plan,
    pub(super) shape: TypeId,
    pub(super) read: Box<Read>,
    pub(super) tell: fn(&Anything, &mut Known),
}

impl<T: Tells + Send + Sync + 'static> From<Call<T>> for AnyCall {
    fn from(call: Call<T>) -> Self {
        let read = call.read;
        Self {
            plan: call.plan,
            shape: TypeId::of::<T>(),
            read: Box::new(move |response| Some(Arc::new(read(response)?))),
            tell: |value, known| {
                if let Some(value) = value.downcast_ref::<T>() {
                    value.tell(known);
                }
            },
        }
    }
}
