use leptos::web_sys::Node;
use std::cell::Cell;

use super::{Piece, document, follow::follow, work::Work};

/// A place whose contents change: they are written anew whenever a signal that
/// `contents` read changes, and what was in them stops following anything.
pub fn live<P: Into<Piece>>(contents: impl Fn() -> P + 'static) -> Piece {
    live_boxed(Box::new(move || contents().into()))
}

// Two comments mark where it begins and ends: what is between them may itself
// come and go.
fn live_boxed(contents: Box<dyn Work<Piece>>) -> Piece {
    let begin: Node = document().create_comment("").into();
    let end: Node = document().create_comment("").into();
    let fragment: Node = document().create_document_fragment().into();
    super::append(&fragment, &begin);
    super::append(&fragment, &end);
    let (from, to) = (begin, end);
    let is_first = Cell::new(true);
    follow(move || {
        let contents = contents.work();
        if !is_first.replace(false) {
            clear(&from, &to);
        }
        let Some(parent) = to.parent_node() else {
            return;
        };
        for node in contents.into_nodes() {
            // The end is a child of its parent.
            let _ = parent.insert_before(&node, Some(&to));
        }
    });
    Piece::from_fragment(fragment)
}

fn clear(from: &Node, to: &Node) {
    let Some(parent) = to.parent_node() else {
        return;
    };
    while let Some(next) = from.next_sibling() {
        if next == *to || parent.remove_child(&next).is_err() {
            return;
        }
    }
}
