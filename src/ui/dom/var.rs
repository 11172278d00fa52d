use std::{any::Any, marker::PhantomData, rc::Rc};

use leptos::prelude::*;

use super::follow::follow;

/// A value that changes; whoever reads it follows it. Like a signal of Leptos',
/// but with the same code behind it whatever it holds: a signal and a memo of a
/// type of their own cost 2 kB of bundle each.
pub struct Var<T> {
    held: StoredValue<Rc<dyn Any>, LocalStorage>,
    version: RwSignal<u32>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Var<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Var<T> {}

impl<T: 'static> Var<T> {
    /// A value that is `first` until it is set.
    pub fn new(first: T) -> Self {
        Self {
            held: StoredValue::new_local(Rc::new(first)),
            version: RwSignal::new(0),
            holds: PhantomData,
        }
    }

    /// Looks at it, and follows it.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.version.track();
        self.with_untracked(look)
    }

    /// Follows it.
    pub fn track(self) {
        self.version.track();
    }

    /// Looks at it without following it.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        let held = self.held.get_value();
        // Nothing but a `T` is ever put there.
        look(held.downcast_ref().unwrap_or_else(|| unreachable!()))
    }

    /// Whether what it was made for has left the page.
    pub fn is_gone(self) -> bool {
        self.held.try_get_value().is_none()
    }

    /// Sets it. Nothing happens once whatever it was made for has left the
    /// page.
    pub fn set(self, value: T) {
        put(self.held, self.version, Rc::new(value));
    }
}

impl<T: Clone + 'static> Var<T> {
    /// A copy of it, which is followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of it.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: PartialEq + 'static> Var<T> {
    /// Sets it, if that is a change.
    pub fn set_if_new(self, value: T) {
        if self.with_untracked(|held| *held != value) {
            self.set(value);
        }
    }
}

/// What `work_out` makes of other values. Whoever reads it follows only what
/// comes of it.
pub fn derived<T: PartialEq + 'static>(work_out: impl Fn() -> T + 'static) -> Var<T> {
    let var = Var {
        held: StoredValue::new_local(Rc::new(()) as Rc<dyn Any>),
        version: RwSignal::new(0),
        holds: PhantomData,
    };
    follow(move || {
        let value = work_out();
        let held = var.held.get_value();
        let is_new = held.downcast_ref::<T>().is_none_or(|held| *held != value);
        if is_new {
            put(var.held, var.version, Rc::new(value));
        }
    });
    var
}

// Not generic, so that it is there once.
fn put(held: StoredValue<Rc<dyn Any>, LocalStorage>, version: RwSignal<u32>, value: Rc<dyn Any>) {
    if held.try_set_value(value).is_none() {
        version.try_update(|version| *version = version.wrapping_add(1));
    }
}
