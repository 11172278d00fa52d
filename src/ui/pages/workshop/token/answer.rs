use std::rc::Rc;

use super::{copy_button, slip, words};
use crate::{
    platform,
    ports::Millis,
    spotify::{Error, Trial},
    ui::{
        components::{button, trouble},
        dom::{El, Piece, Var, el, live},
    },
    workshop::{Cut, indented},
};

/// More lines than this are shown only when somebody wants them.
const MANY: usize = 60;

/// What came of a call.
#[derive(Clone)]
pub enum Answer {
    /// Nothing was sent yet.
    None,
    /// It is on its way.
    Sending,
    /// Spotify answered.
    Came(Rc<Raw>),
    /// There was no answer.
    Failed(Error),
}

/// An answer as it came.
pub struct Raw {
    status: u16,
    took: Millis,
    retry_after: Option<u64>,
    bytes: usize,
    body: String,
    error: Option<Error>,
}

impl Answer {
    /// An answer that came.
    pub fn came(trial: Trial) -> Self {
        let Trial {
            response,
            took,
            error,
        } = trial;
        let is_json = response.body.trim_start().starts_with(['{', '[']);
        Self::Came(Rc::new(Raw {
            status: response.status,
            took,
            retry_after: response.retry_after,
            bytes: response.body.len(),
            body: if is_json {
                indented(&response.body)
            } else {
                response.body
            },
            error,
        }))
    }

    /// What a screen reader says of it.
    pub fn in_short(&self) -> String {
        match self {
            Self::None | Self::Failed(_) => String::new(),
            Self::Sending => "Asking Spotify…".to_owned(),
            Self::Came(raw) => {
                format!("Answered with {} in {}.", raw.status, words::span(raw.took))
            }
        }
    }
}

/// What came of it.
pub fn answer(came: Var<Answer>) -> Piece {
    match came.get() {
        Answer::None => Piece::NONE,
        Answer::Sending => el("p").class("soft").text("Asking Spotify…").into(),
        Answer::Failed(error) => trouble(&error, move || came.set(Answer::None)).into(),
        Answer::Came(raw) => shown(raw),
    }
}

fn shown(raw: Rc<Raw>) -> Piece {
    let wants_all = Var::new(false);
    let own = Rc::clone(&raw);
    let body = live(move || body(&own, wants_all));
    let meaning = raw.error.as_ref().map(meaning);
    let facts = facts(&raw);
    let copied = move || Some(raw.body.clone());
    let head = Piece::from(facts).and(copy_button("the answer", copied));
    Piece::from(slip(head, body)).and(meaning)
}

fn facts(raw: &Raw) -> El {
    let tone = if raw.error.is_none() { "good" } else { "bad" };
    let retry_after = raw
        .retry_after
        .map(|seconds| el("span").text(&format!("Retry-After {seconds} s")));
    el("span")
        .class("answer-facts")
        .with(
            el("strong")
                .class(&format!("judged {tone}"))
                .text(&raw.status.to_string()),
        )
        .with(el("span").text(&words::span(raw.took)))
        .with(el("span").text(&words::size(raw.bytes)))
        .with(retry_after)
}

fn body(raw: &Raw, wants_all: Var<bool>) -> Piece {
    if raw.body.is_empty() {
        return el("p").class("nothing").text("No body.").into();
    }
    let lines = if wants_all.get() { usize::MAX } else { MANY };
    let Cut { shown, more } = Cut::after(&raw.body, lines);
    let text = el("pre")
        .class("answer-body")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", "Body of the answer")
        .with(el("code").text(shown));
    let rest = (more > 0).then(|| {
        let more = platform::number(u32::try_from(more).unwrap_or(u32::MAX));
        let label = format!("Show all ({more} more lines)");
        el("p")
            .class("rest")
            .with(button(&label, move || wants_all.set(true)))
    });
    Piece::from(text).and(rest)
}

/// What the app would make of it.
fn meaning(error: &Error) -> El {
    let (title, body) = words::meaning(error);
    el("p")
        .class("soft meaning")
        .with(el("strong").text(title))
        .text(" ")
        .text(&body)
}
