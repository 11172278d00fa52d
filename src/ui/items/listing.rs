//! A list whose entries come and go, without what stays being written anew.

use std::{
    cell::{Cell, RefCell},
    ops::Range,
    rc::Rc,
};

use leptos::{prelude::Owner, web_sys::Node};

use super::window::{Window, is_end_near};
use crate::ui::{
    dom::{El, el, follow, on_document},
    state::{Listed, Paged},
};

/// What a list is like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Rows as high as what is in them.
    Rows,
    /// Rows of one height: a long list of them has only those on the page that
    /// are seen.
    EvenRows,
    /// Cards.
    Cards,
}

impl Shape {
    const fn class(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::EvenRows => "rows even",
            Self::Cards => "cards",
        }
    }
}

/// The list of what `wanted` says, which is called again when what it read
/// changes. The next part of `paged` is read when its end is nearly seen.
pub fn listing(
    shape: Shape,
    label: &str,
    paged: Paged,
    wanted: impl Fn() -> Vec<Rc<Listed>> + 'static,
) -> El {
    let list = el("ol")
        .class(shape.class())
        .attr("role", "list")
        .attr("aria-label", label);
    let listing = Rc::new(Listing {
        list: list.clone(),
        owner: Owner::current().unwrap_or_default(),
        is_even: shape == Shape::EvenRows,
        window: Window::default(),
        shown: Cell::new((0, 0)),
        has_aside: Cell::new(false),
        wanted: RefCell::default(),
        written: RefCell::default(),
    });
    let own = Rc::clone(&listing);
    follow(move || {
        own.wanted.replace(wanted());
        own.write(own.range());
    });
    if shape == Shape::EvenRows {
        on_document("scroll", move || {
            listing.scrolled();
            if is_end_near(&listing.list) {
                paged.more_unless_failed();
            }
        });
    }
    list
}

struct Listing {
    list: El,
    owner: Owner,
    is_even: bool,
    window: Window,
    shown: Cell<(usize, usize)>,
    /// Whether a row stands apart from the others.
    has_aside: Cell<bool>,
    wanted: RefCell<Vec<Rc<Listed>>>,
    written: RefCell<Vec<Written>>,
}

struct Written {
    listed: Rc<Listed>,
    owner: Owner,
    entry: El,
}

impl Listing {
    fn range(&self) -> Range<usize> {
        let count = self.wanted.borrow().len();
        if self.is_even {
            let written = self.written.borrow();
            let first = written.first().map(|row| &row.entry);
            self.window.range(&self.list, first, count)
        } else {
            0..count
        }
    }

    fn scrolled(&self) {
        let range = self.range();
        if self.shown.get() != (range.start, range.end) {
            self.write(range);
        }
    }

    /// Puts these on the page, in their order, and takes away all others but the
    /// one that has the keyboard.
    fn write(&self, range: Range<usize>) {
        self.shown.set((range.start, range.end));
        let wanted = self.wanted.borrow();
        let mut written = self.written.borrow_mut();
        let aside = in_use(&written, &wanted).filter(|place| !range.contains(place));
        let before = aside.filter(|place| *place < range.start);
        let after = aside.filter(|place| *place >= range.end);
        let places: Vec<_> = before
            .into_iter()
            .chain(range.clone())
            .chain(after)
            .collect();
        let slice: Vec<_> = places
            .iter()
            .filter_map(|place| wanted.get(*place))
            .collect();
        written.retain(|row| {
            let mut stays = slice.iter();
            let stays = stays.any(|wanted| Rc::ptr_eq(wanted, &row.listed));
            if !stays {
                row.entry.element().remove();
                row.owner.cleanup();
            }
            stays
        });
        let list: &Node = self.list.element();
        let mut next = list.first_child();
        let mut now = Vec::with_capacity(slice.len());
        for listed in slice {
            let at = written
                .iter()
                .position(|row| Rc::ptr_eq(&row.listed, listed));
            let row = at.map_or_else(|| self.new_row(listed), |at| written.swap_remove(at));
            let node: &Node = row.entry.element();
            if next.as_ref() == Some(node) {
                next = node.next_sibling();
            } else {
                // A new node has no reason to be refused.
                let _ = list.insert_before(node, next.as_ref());
            }
            now.push(row);
        }
        *written = now;
        drop(written);
        if self.is_even {
            self.window.leave_room(&self.list, &range, wanted.len());
            self.number(&places, wanted.len());
            if self.has_aside.replace(aside.is_some()) || aside.is_some() {
                self.set_aside(&places, aside);
            }
        }
    }

    fn new_row(&self, listed: &Rc<Listed>) -> Written {
        let owner = self.owner.with(Owner::new);
        Written {
            entry: owner.with(|| (listed.make)()),
            listed: Rc::clone(listed),
            owner,
        }
    }

    /// Says of each which one it is, as not all of them are on the page.
    fn number(&self, places: &[usize], count: usize) {
        for (row, place) in self.written.borrow().iter().zip(places) {
            let nth = (place + 1).to_string();
            let _ = row.entry.clone().attr("aria-posinset", &nth);
            let _ = row.entry.clone().attr("aria-setsize", &count.to_string());
        }
    }

    /// Puts the row that is not among the others where it belongs, so that
    /// whoever goes on from it by keyboard is taken there.
    fn set_aside(&self, places: &[usize], aside: Option<usize>) {
        for (row, place) in self.written.borrow().iter().zip(places) {
            let (position, top, width) = if Some(*place) == aside {
                ("absolute", self.window.top_of(*place), "100%")
            } else {
                ("", String::new(), "")
            };
            row.entry.set_style("position", position);
            row.entry.set_style("top", &top);
            row.entry.set_style("width", width);
        }
    }
}

/// Which of `wanted` has the keyboard: it must not lose it because it is
/// scrolled out of sight.
fn in_use(written: &[Written], wanted: &[Rc<Listed>]) -> Option<usize> {
    let row = written.iter().find(|row| row.entry.holds_focus())?;
    let mut wanted = wanted.iter();
    wanted.position(|wanted| Rc::ptr_eq(wanted, &row.listed))
}
