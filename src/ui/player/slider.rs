use std::{cell::Cell, rc::Rc};

use leptos::web_sys::HtmlInputElement;

use crate::ui::dom::{El, el, follow};

/// What a slider shows, and what becomes of it.
pub struct Slider {
    /// What it is called.
    pub label: &'static str,
    /// Where it stands and where it ends; reactive.
    pub place: Box<dyn Fn() -> (u32, u32)>,
    /// Its place in words.
    pub words: Box<dyn Fn() -> String>,
    /// Whether it can be moved; reactive.
    pub is_free: Box<dyn Fn() -> bool>,
    /// Called with where it was put, once it is let go of.
    pub set: Box<dyn Fn(u32)>,
}

/// A slider from 0 on. While it is held it stays where the listener has it.
pub fn slider(slider: Slider) -> El {
    let Slider {
        label,
        place,
        words,
        is_free,
        set,
    } = slider;
    let range = el("input")
        .attr("type", "range")
        .class("slider")
        .attr("min", "0")
        .attr("step", "1")
        .attr("aria-label", label)
        .live_flag("disabled", move || !is_free());
    let Some(input) = range.of::<HtmlInputElement>() else {
        return range;
    };
    let is_held = Rc::new(Cell::new(false));
    let (held, holder) = (Rc::clone(&is_held), input.clone());
    let fill_of = range.clone();
    follow(move || {
        let (at, end) = place();
        let end = end.max(1);
        let at = at.min(end);
        // The end first: a place beyond it would not be taken.
        input.set_max(&end.to_string());
        if !is_held.get() {
            input.set_value(&at.to_string());
            fill(&fill_of, at, end);
        }
    });
    let fill_of = range.clone();
    let (while_held, mover) = (Rc::clone(&held), holder.clone());
    let [on_release, on_cancel, on_leave] = [(); 3].map(|()| Rc::clone(&held));
    range
        .live_attr("aria-valuetext", move || Some(words()))
        .on("input", move |_| {
            while_held.set(true);
            fill(&fill_of, value(&mover), end(&mover));
        })
        .on("change", move |_| {
            held.set(false);
            set(value(&holder));
        })
        // Let go of where it was, it does not change.
        .on("pointerup", move |_| on_release.set(false))
        .on("pointercancel", move |_| on_cancel.set(false))
        .on("blur", move |_| on_leave.set(false))
}

fn value(input: &HtmlInputElement) -> u32 {
    input.value().parse().unwrap_or_default()
}

fn end(input: &HtmlInputElement) -> u32 {
    input.max().parse().unwrap_or(1)
}

/// How much of its line is coloured.
fn fill(range: &El, at: u32, end: u32) {
    // In thousandths: writing fractions would bring in the code for all of them.
    let share = u64::from(at) * 1000 / u64::from(end.max(1));
    range.set_style("--fill", &format!("{}.{}%", share / 10, share % 10));
}
