use super::{
    Entry, explicit, named, resume,
    row::{finished, marked_when_current, tools},
    words::{dotted, released},
};
use crate::{
    spotify::model::{PlainText, SimplifiedEpisode},
    ui::{
        components::{Act, cover},
        dom::{El, Piece, el},
        items::long_length,
        menu::Subject,
    },
};

/// The edge of a cover in CSS pixels.
const COVER: u32 = 64;

/// What a thing is about, as text in its paragraphs.
pub fn description(text: &PlainText) -> Piece {
    let paragraphs = text.as_str().split('\n').map(str::trim);
    let paragraphs = paragraphs.filter(|paragraph| !paragraph.is_empty());
    let paragraphs: Vec<_> = paragraphs.map(|text| el("p").text(text)).collect();
    (!paragraphs.is_empty())
        .then(|| el("div").class("about").with(paragraphs))
        .into()
}

/// An episode of a show or a chapter of an audiobook, as a row with what it is
/// about and how far the listener came. `mark` stands before it.
pub fn spoken_row(episode: &SimplifiedEpisode, mark: &str, play: Option<Act>) -> El {
    let entry = Entry::of_episode(episode);
    let play = play.filter(|_| entry.obstacle.is_none());
    let facts = dotted(&[
        &released(episode.release_date),
        &long_length(episode.duration),
    ]);
    let about = episode.description.as_str();
    let main = el("div")
        .class("row-main")
        .with(
            el("p")
                .class("row-title")
                .with(entry.is_explicit.then(explicit))
                .with(el("strong").with(named(&entry.title))),
        )
        .with((!about.is_empty()).then(|| el("p").class("row-about").text(about)))
        .with(
            el("p")
                .class("row-facts")
                .with(el("span").text(&facts))
                .with(resume(episode.resume_point, episode.duration))
                .with(
                    entry
                        .obstacle
                        .map(|obstacle| el("span").text(obstacle.words())),
                ),
        );
    let lead = if mark.is_empty() {
        cover(&episode.images, COVER)
    } else {
        el("span").class("rank").text(mark)
    };
    let row = el("li")
        .class(if entry.obstacle.is_some() {
            "row spoken faint"
        } else {
            "row spoken"
        })
        .with(lead)
        .with(main);
    let row = match entry.uri.clone() {
        Some(uri) => marked_when_current(row, uri),
        None => row,
    };
    let tools = tools(&entry.title.name, play.as_ref());
    finished(row, tools, Subject { entry, play })
}
