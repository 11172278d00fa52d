use leptos::prelude::{RenderEffect, StoredValue};

use super::work::Work;

/// Does this now, and again whenever a signal that it read changes, for as long
/// as whatever is being written stands on the page.
pub fn follow(act: impl Fn() + 'static) {
    follow_boxed(Box::new(act));
}

// One effect for all, so that its code is there once.
fn follow_boxed(act: Box<dyn Work<()>>) {
    let effect = RenderEffect::new(move |_: Option<()>| act.work());
    // Kept by the owner of what is being written, and gone with it.
    StoredValue::new_local(effect);
}
