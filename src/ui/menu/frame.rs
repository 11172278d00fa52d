use std::{cell::RefCell, rc::Rc};

use leptos::{
    prelude::{GetValue, LocalStorage, Owner, StoredValue, provide_context},
    web_sys::{HtmlElement, KeyboardEvent},
};

use super::{Subject, choices::choices};
use crate::{
    platform,
    ui::dom::{El, el, key_of, view_size},
};

/// The menu that all rows share.
#[derive(Clone, Copy)]
pub struct RowMenu(StoredValue<Rc<Menu>, LocalStorage>);

struct Menu {
    popover: El,
    owner: Owner,
    contents: RefCell<Option<Owner>>,
}

/// The menu, for every row that is written below from now on.
pub fn provide_row_menu() -> El {
    let popover = el("div").class("menu").attr("popover", "auto");
    let menu = Menu {
        popover: popover.clone(),
        owner: Owner::current().unwrap_or_default(),
        contents: RefCell::default(),
    };
    provide_context(RowMenu(StoredValue::new_local(Rc::new(menu))));
    popover
}

/// One thing that can be chosen.
pub struct Choice {
    /// The button, or the link.
    pub item: El,
    /// What it is called, for whoever types its first letter.
    pub label: String,
}

impl RowMenu {
    /// Opens the menu of `subject`: at that place, or else below `opener`, which
    /// has the keyboard afterwards.
    pub fn open(self, subject: &Rc<Subject>, opener: &El, at: Option<(i32, i32)>) {
        let Some(menu) = self.0.try_get_value() else {
            return;
        };
        let owner = menu.owner.with(Owner::new);
        let popover = menu.popover.clone();
        popover.clear();
        if let Some(former) = menu.contents.replace(Some(owner.clone())) {
            former.cleanup();
        }
        let choices = Rc::new(owner.with(|| choices(subject, self)));
        let list = el("div").class("menu-list").attr("role", "menu").attr(
            "aria-label",
            &format!("More for {}", subject.entry.title.name),
        );
        let list = choices
            .iter()
            .fold(list, |list, choice| list.with(choice.item.clone()));
        let own = Rc::clone(&choices);
        let list = owner.with(|| list.on_key(move |event| self.pressed(event, &own)));
        let _ = popover.clone().with(subject.head()).with(list);
        // Where the keyboard is now, it comes back to.
        opener.focus();
        if let Some(popover) = popover.of::<HtmlElement>() {
            // It is on the page, and closed by whatever opens it again.
            let _ = popover.hide_popover();
            let _ = popover.show_popover();
        }
        menu.place(opener, at);
        if let Some(first) = choices.first() {
            first.item.focus();
        }
    }

    /// Closes it; the keyboard goes back to the row.
    pub fn close(self) {
        let popover = self.0.try_get_value();
        let popover = popover.and_then(|menu| menu.popover.of::<HtmlElement>());
        if let Some(popover) = popover {
            let _ = popover.hide_popover();
        }
    }

    fn pressed(self, event: &KeyboardEvent, choices: &[Choice]) {
        let Some(key) = key_of(event) else { return };
        let last = choices.len().saturating_sub(1);
        let here = choices.iter().position(|choice| choice.item.has_focus());
        let here = here.unwrap_or(last);
        let next = match key.as_str() {
            "ArrowDown" => Some(if here == last { 0 } else { here + 1 }),
            "ArrowUp" => Some(if here == 0 { last } else { here - 1 }),
            "Home" => Some(0),
            "End" => Some(last),
            "Tab" => {
                event.prevent_default();
                return self.close();
            }
            letter => {
                let letter = platform::small_letters(letter);
                let ahead = (here + 1..=last).chain(0..=here);
                ahead
                    .filter(|_| letter.chars().count() == 1 && letter != " ")
                    .find(|place| {
                        platform::small_letters(&choices[*place].label).starts_with(&letter)
                    })
            }
        };
        if let Some(choice) = next.and_then(|next| choices.get(next)) {
            event.prevent_default();
            choice.item.focus();
        }
    }
}

impl Menu {
    /// Puts it where all of it is seen. On a phone it stands at the bottom,
    /// wherever it was asked for.
    fn place(&self, opener: &El, at: Option<(i32, i32)>) {
        const GAP: i32 = 8;
        let (opener, own, view) = (opener.place(), self.popover.place(), view_size());
        let (x, y) = at.unwrap_or((opener.right - own.width, opener.bottom + GAP / 2));
        let (right, bottom) = (view.0 - own.width - GAP, view.1 - own.height() - GAP);
        // Above the button where there is no room below.
        let y = if at.is_none() && y > bottom {
            opener.top - own.height() - GAP / 2
        } else {
            y
        };
        let place = |name, at: i32, most| {
            let at = at.min(most).max(GAP);
            let _ = self.popover.clone().style(name, &format!("{at}px"));
        };
        place("--x", x, right);
        place("--y", y, bottom);
    }
}
