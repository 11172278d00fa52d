//! How the pages are written: elements made one after another, on Leptos'
//! signals and effects.
//!
//! Leptos' own `view!` builds a type for every shape of a view and the code to
//! diff, mount and remove each of them: two thirds of the bundle were that.
//! Here every view has the same type, an [`El`] or a [`Piece`], and what changes
//! says so: [`El::live_attr`], [`El::live_text`], [`live`].

mod element;
mod events;
mod follow;
mod live;
mod piece;
mod var;
mod work;

pub use element::{El, el, svg};
pub use events::{is_plain, key_of, on_document, on_page_key};
pub use follow::follow;
pub use live::live;
pub use piece::{Piece, pieces};
pub use var::{Var, derived};

use leptos::web_sys::{Document, HtmlElement, Node};

/// Puts `piece` on the page, behind what is in `parent`.
pub fn mount_into(parent: &HtmlElement, piece: impl Into<Piece>) {
    for node in piece.into().into_nodes() {
        append(parent, &node);
    }
}

/// How wide and how high what is seen of the page is, in CSS pixels.
pub fn view_size() -> (i32, i32) {
    let root = document().document_element();
    root.map_or((0, 0), |root| (root.client_width(), root.client_height()))
}

/// Gives what has that id the keyboard, and brings it into view.
pub fn lead_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
        element::focus(&element);
    }
}

fn document() -> Document {
    leptos::prelude::document()
}

/// A new node has no reason to be refused by a parent that is no text.
fn append(parent: &Node, child: &Node) {
    let _ = parent.append_child(child);
}
