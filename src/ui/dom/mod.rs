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
pub use events::{is_plain, key_of, on_document};
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

/// How high what is seen of the page is, in CSS pixels.
pub fn view_height() -> f64 {
    let root = document().document_element();
    root.map_or(0.0, |root| f64::from(root.client_height()))
}

/// How wide it is.
pub fn view_width() -> f64 {
    let root = document().document_element();
    root.map_or(0.0, |root| f64::from(root.client_width()))
}

/// A length for a property of a style, to the whole pixel: writing fractions
/// would bring in 15 kB of code and tables for all of them.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
pub fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i64)
}

fn document() -> Document {
    leptos::prelude::document()
}

/// A new node has no reason to be refused by a parent that is no text.
fn append(parent: &Node, child: &Node) {
    let _ = parent.append_child(child);
}
