use std::rc::Rc;

use leptos::{
    ev,
    wasm_bindgen::{JsCast, UnwrapThrowExt},
    web_sys::{Element, Event, FocusOptions, HtmlElement, InputEvent},
};

use super::{
    Piece, append, document,
    events::{Turn, listen},
    follow::follow,
    work::Work,
};

/// An element of the page, being written. Each method adds something and
/// returns it.
#[derive(Clone)]
pub struct El(Element);

/// Where an element is, in whole CSS pixels from the top left of what is seen:
/// to write fractions takes more code than all that is done with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its upper edge.
    pub top: i32,
    /// Its lower edge.
    pub bottom: i32,
    /// Its right edge.
    pub right: i32,
    /// From left to right.
    pub width: i32,
}

impl Place {
    /// From top to bottom.
    pub const fn height(self) -> i32 {
        self.bottom - self.top
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, and no page is that large"
)]
fn pixels(length: f64) -> i32 {
    length.round() as i32
}

/// A new element of HTML.
pub fn el(tag: &'static str) -> El {
    // Only a name that is none would be refused, and ours are written out here.
    El(document().create_element(tag).unwrap_throw())
}

/// A new element of SVG.
pub fn svg(tag: &'static str) -> El {
    const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");
    El(document().create_element_ns(SVG, tag).unwrap_throw())
}

impl El {
    /// With these classes.
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// With this attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        set(&self.0, name, Some(value));
        self
    }

    /// With an attribute that has no value.
    pub fn flag(self, name: &str) -> Self {
        self.attr(name, "")
    }

    /// With an attribute that changes; without it for `None`.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        follow_attr(&self.0, name, Box::new(value));
        self
    }

    /// With an attribute that has no value and comes and goes.
    pub fn live_flag(self, name: &'static str, is_set: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || is_set().then(String::new))
    }

    /// With a property of its style. An attribute would be refused by the
    /// page's policy (security 35).
    pub fn style(self, name: &str, value: &str) -> Self {
        self.set_style(name, value);
        self
    }

    /// Sets a property of its style.
    pub fn set_style(&self, name: &str, value: &str) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            // The names are ours, and well formed.
            let _ = element.style().set_property(name, value);
        }
    }

    /// With a text behind what is in it.
    pub fn text(self, text: &str) -> Self {
        append(&self.0, &document().create_text_node(text));
        self
    }

    /// With a text that changes.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        follow_text(&self.0, Box::new(text));
        self
    }

    /// With this behind what is in it.
    pub fn with(self, piece: impl Into<Piece>) -> Self {
        self.take(piece.into());
        self
    }

    fn take(&self, piece: Piece) {
        for node in piece.into_nodes() {
            append(&self.0, &node);
        }
    }

    /// Calls `listener` on that event.
    pub fn on(self, event: &'static str, listener: impl Fn(Event) + 'static) -> Self {
        listen(&self.0, event, Turn::Usual, Box::new(listener));
        self
    }

    /// Calls `listener` on that event before what stands in it hears of it, and
    /// may leave the page.
    pub fn on_first(self, event: &'static str, listener: impl Fn(Event) + 'static) -> Self {
        listen(&self.0, event, Turn::First, Box::new(listener));
        self
    }

    /// Calls `listener` when it is clicked, or pressed by key.
    pub fn on_click(self, listener: impl Fn() + 'static) -> Self {
        self.on("click", move |_| listener())
    }

    /// Calls `listener` when a key is pressed in it.
    pub fn on_key(self, listener: impl Fn(&ev::KeyboardEvent) + 'static) -> Self {
        self.on("keydown", move |event| {
            if let Some(event) = event.dyn_ref() {
                listener(event);
            }
        })
    }

    /// Calls `listener` when its text was changed: not for each stroke of a
    /// character that is still being composed, but once it is.
    pub fn on_typed(self, listener: impl Fn() + 'static) -> Self {
        let listener = Rc::new(listener);
        let composed = Rc::clone(&listener);
        self.on("input", move |event| {
            let typing = event.dyn_ref::<InputEvent>();
            if !typing.is_some_and(InputEvent::is_composing) {
                listener();
            }
        })
        .on("compositionend", move |_| composed())
    }

    /// The element itself.
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// The element as one of its own kind, such as a dialog.
    pub fn of<T: JsCast>(&self) -> Option<T> {
        self.0.clone().dyn_into().ok()
    }

    /// Where it is in what is seen of the page.
    pub fn place(&self) -> Place {
        let rect = self.0.get_bounding_client_rect();
        Place {
            top: pixels(rect.top()),
            bottom: pixels(rect.bottom()),
            right: pixels(rect.right()),
            width: pixels(rect.width()),
        }
    }

    /// Whether it has the keyboard.
    pub fn has_focus(&self) -> bool {
        document().active_element().as_ref() == Some(&self.0)
    }

    /// Whether it, or something in it, has the keyboard.
    pub fn holds_focus(&self) -> bool {
        self.0.matches(":focus-within").unwrap_or_default()
    }

    /// Scrolls what is in it sideways, and nothing else, until `inner` stands in
    /// the middle, as far as that goes.
    pub fn bring_to_middle(&self, inner: &Self) {
        let middle = |place: Place| place.right - place.width / 2;
        let off = middle(inner.place()) - middle(self.place());
        self.0.set_scroll_left(self.0.scroll_left() + off);
    }

    /// Takes away what is in it.
    pub fn clear(&self) {
        self.0.set_text_content(None);
    }

    /// Gives it the keyboard, without scrolling.
    pub fn focus(&self) {
        focus(&self.0);
    }
}

impl From<Element> for El {
    fn from(element: Element) -> Self {
        Self(element)
    }
}

/// Gives `element` the keyboard, without scrolling.
pub(super) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that is on the page can be focused.
        let _ = element.focus_with_options(&options);
    }
}

// What follows is not generic, so that it is there once.

fn follow_attr(element: &Element, name: &'static str, value: Box<dyn Work<Option<String>>>) {
    let element = element.clone();
    follow(move || set(&element, name, value.work().as_deref()));
}

fn follow_text(element: &Element, text: Box<dyn Work<String>>) {
    let node = document().create_text_node("");
    append(element, &node);
    follow(move || {
        let text = text.work();
        // What is read out aloud is read out again when it is set again.
        if node.data() != text {
            node.set_data(&text);
        }
    });
}

// Neither can be refused: the names are ours, and well formed.
fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) if element.get_attribute(name).as_deref() == Some(value) => Ok(()),
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
