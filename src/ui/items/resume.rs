use super::long_length;
use crate::{
    ports::Millis,
    spotify::model::ResumePoint,
    ui::dom::{El, el},
};

/// How far the listener came, in words and as a bar; nothing where it is not
/// told.
pub fn resume(point: Option<ResumePoint>, length: Millis) -> Option<El> {
    let point = point?;
    let line = el("span").class("resume");
    Some(if point.is_fully_played {
        line.text("Played")
    } else if point.position == Millis::ZERO {
        line.text("New")
    } else {
        let left = length - point.position;
        let share = point.position.0.saturating_mul(100) / length.0.max(1);
        let done = el("span").style("width", &format!("{}%", share.min(100)));
        line.with(
            el("span")
                .class("resume-bar")
                .attr("aria-hidden", "true")
                .with(done),
        )
        .text(&format!("{} left", long_length(left)))
    })
}
