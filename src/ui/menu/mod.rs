//! The menu of a row: one for all rows, opened by its button, by a right click,
//! and by the keys that stand for one.

mod choices;
mod frame;
mod queue;

pub use choices::Subject;
pub use frame::{RowMenu, provide_row_menu};
pub use queue::say_what_is_enqueued;

use std::rc::Rc;

use leptos::{
    prelude::use_context,
    wasm_bindgen::JsCast,
    web_sys::{Event, MouseEvent},
};

use super::{
    components::{Icon, icon_button},
    dom::{El, Piece},
};

/// The row with its tools, and behind what is in those the button that opens
/// its menu, and `last`.
pub fn with_menu(row: El, tools: El, subject: Rc<Subject>, last: Option<El>) -> El {
    let menu = use_context::<RowMenu>().filter(|_| subject.has_choices());
    let Some(menu) = menu else {
        return row.with(tools.with(last));
    };
    let button = more_button(menu, &subject);
    let opener = button.clone();
    row.on("contextmenu", move |event| {
        if let Some(at) = place_of(&event) {
            event.prevent_default();
            menu.open(&subject, &opener, Some(at));
        }
    })
    .with(tools.with(button).with(last))
}

/// The button that opens the menu of `subject`.
fn more_button(menu: RowMenu, subject: &Rc<Subject>) -> El {
    let label = format!("More for {}", subject.entry.title.name);
    let subject = Rc::clone(subject);
    let button = icon_button(Icon::More, &label, || ())
        .class("icon-button more-button")
        .attr("aria-haspopup", "menu");
    let opener = button.clone();
    button.on_click(move || menu.open(&subject, &opener, None))
}

/// The button for a page's own thing.
pub fn page_menu_button(subject: Subject) -> Piece {
    let menu = use_context::<RowMenu>();
    menu.map(|menu| more_button(menu, &Rc::new(subject))).into()
}

/// Where the menu was asked for; `None` where the browser's own was: by a right
/// click with Shift.
fn place_of(event: &Event) -> Option<(i32, i32)> {
    const RIGHT: i16 = 2;
    let click = event.dyn_ref::<MouseEvent>()?;
    let wants_the_browsers = click.shift_key() && click.button() == RIGHT;
    (!wants_the_browsers).then(|| (click.client_x(), click.client_y()))
}
