use std::any::Any;

use crate::{
    ports::Response,
    spotify::{Error, Known, Tells},
};

/// How an answer is read and what is learnt from it, whatever its shape.
pub(super) struct Reading {
    /// Reads it.
    pub read: Box<dyn Fn(&Response) -> Option<Box<dyn Any>>>,
    /// Tells what it told of.
    pub tell: fn(&dyn Any, &mut Known),
}

/// An answer of a shape that only whoever asked knows.
pub(super) struct Answer {
    /// What was read.
    pub value: Box<dyn Any>,
    /// How many bytes it came from.
    pub bytes: usize,
}

impl Reading {
    /// Of answers that `read` reads.
    pub fn of<T: Tells + 'static>(read: fn(&Response) -> Option<T>) -> Self {
        Self {
            read: Box::new(move |response| Some(Box::new(read(response)?))),
            tell: |value, known| {
                if let Some(value) = value.downcast_ref::<T>() {
                    value.tell(known);
                }
            },
        }
    }
}

impl Answer {
    /// What was read, in the shape it was asked for in.
    pub fn value<T: 'static>(self) -> Result<T, Error> {
        let value = self.value.downcast().map_err(|_| Error::Unreadable)?;
        Ok(*value)
    }
}
