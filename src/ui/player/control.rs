use std::rc::Rc;

use leptos::prelude::use_context;

use crate::{
    player::Obstacle,
    ui::{
        components::{Icon, icon},
        dom::{El, el, live},
        state::Deck,
        words,
    },
};

/// A button of the player that stays where it is while what it shows, says and
/// may do changes. What cannot be done just now stays in reach of the keyboard,
/// and says why: to whoever points at it, and to whoever presses it.
pub fn control(
    class: &'static str,
    face: impl Fn() -> (Icon, &'static str) + 'static,
    obstacle: impl Fn() -> Option<Obstacle> + 'static,
    act: impl Fn() + 'static,
) -> El {
    let face: Rc<dyn Fn() -> (Icon, &'static str)> = Rc::new(face);
    let obstacle: Rc<dyn Fn() -> Option<Obstacle>> = Rc::new(obstacle);
    let (name, title) = (Rc::clone(&face), Rc::clone(&face));
    let (is_off, why) = (Rc::clone(&obstacle), Rc::clone(&obstacle));
    // The window that plays has nowhere to say it.
    let notices = use_context::<Deck>().map(|deck| deck.notices);
    let title = move || match why() {
        Some(obstacle) => words::obstacle(obstacle),
        None => title().1,
    };
    el("button")
        .attr("type", "button")
        .class(class)
        .live_attr("aria-label", move || Some(name().1.to_owned()))
        .live_attr("title", move || Some(title().to_owned()))
        .live_attr("aria-disabled", move || is_off().map(|_| "true".to_owned()))
        .on_click(move || match obstacle() {
            Some(obstacle) => {
                if let Some(notices) = notices {
                    notices.say(words::obstacle(obstacle));
                }
            }
            None => act(),
        })
        .with(live(move || icon(face().0)))
}
