use std::rc::Rc;

use super::slip::{copy_button, slip, written_once};
use crate::{
    ui::dom::{El, Piece, Var, el, live},
    workshop::code::{Language, Recipe},
};

/// What is written.
type Written = Rc<dyn Fn() -> Option<Recipe>>;

/// `recipe` in the language that is chosen, for all sheets of a page at once.
/// Nothing while there is no recipe.
pub fn code_tabs(
    what: &'static str,
    language: Var<Language>,
    recipe: impl Fn() -> Option<Recipe> + 'static,
) -> Piece {
    tabs_of(what, language, Rc::new(recipe))
}

// Not generic, so that it is there once.
fn tabs_of(what: &'static str, language: Var<Language>, recipe: Written) -> Piece {
    let own = Rc::clone(&recipe);
    let code = Rc::new(move || own().map(|recipe| recipe.write(language.get())));
    let copied = Rc::clone(&code);
    let copy = copy_button(what, move || copied());
    let head = Piece::from(tabs(what, language)).and(copy);
    let foot = el("p").class("fine").with(live(move || {
        recipe().map(|recipe| needs(&recipe, language.get()))
    }));
    let text = live(move || written_once(code()));
    Piece::from(slip(head, text)).and(foot)
}

fn tabs(what: &str, chosen: Var<Language>) -> El {
    let tabs = Language::ALL.map(|language| {
        el("button")
            .attr("type", "button")
            .class("segment")
            .live_attr("aria-pressed", move || {
                Some((chosen.get() == language).to_string())
            })
            .on_click(move || chosen.set(language))
            .text(language.name())
    });
    el("div")
        .class("segments")
        .attr("role", "group")
        .attr("aria-label", what)
        .with(tabs)
}

/// What must be there before it runs.
fn needs(recipe: &Recipe, language: Language) -> Piece {
    let mut words = Piece::from("Reads ");
    for (index, variable) in recipe.variables().into_iter().enumerate() {
        if index > 0 {
            words = words.and(" and ");
        }
        words = words.and(el("code").text(variable.name()));
    }
    words
        .and(" from the environment of your machine. ")
        .and(language.needs())
}
