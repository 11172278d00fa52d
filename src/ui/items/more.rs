use std::rc::Rc;

use crate::{
    platform,
    ui::{
        components::{button, trouble},
        dom::{El, Piece, el, live},
        state::{Paged, Reading},
    },
};

/// Below a list: the way to its next part, how far it has come, and why it got
/// no further. `step` is how many come at once.
pub fn more(paged: Paged, step: u32) -> El {
    let label = move || {
        let (read, total) = paged.progress();
        let read_in_words = platform::number(read);
        match (paged.reading(), total.filter(|total| *total > read)) {
            (Reading::UnderWay, _) => "Reading …".to_owned(),
            (_, Some(total)) => format!(
                "Next {} ({read_in_words} of {})",
                step.min(total - read),
                platform::number(total)
            ),
            (_, None) => format!("More ({read_in_words} so far)"),
        }
    };
    let next = button("", move || paged.more())
        .live_flag("hidden", move || {
            !paged.has_more() || matches!(paged.reading(), Reading::Failed(_))
        })
        .live_text(label);
    let failed = live(move || match paged.reading() {
        Reading::Failed(error) => Piece::from(trouble(&error, move || paged.more())),
        Reading::Rests | Reading::UnderWay => Piece::NONE,
    });
    el("div").class("more").with(failed).with(next)
}

/// What stands for a list of which nothing is there: it is being read, or there
/// is nothing in it.
pub fn until_there(
    paged: Paged,
    waiting: impl Fn() -> Piece + 'static,
    empty: &'static str,
) -> Piece {
    let waiting: Rc<dyn Fn() -> Piece> = Rc::new(waiting);
    live(
        move || match (paged.entries().is_empty(), paged.reading()) {
            (true, Reading::UnderWay) => waiting(),
            (true, Reading::Rests) if !paged.has_more() => {
                el("p").class("empty").text(empty).into()
            }
            _ => Piece::NONE,
        },
    )
}
