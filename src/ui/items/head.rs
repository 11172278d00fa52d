use super::save::save_button;
use crate::{
    spotify::{SpotifyUri, model::Image},
    ui::{
        components::{
            Act, Icon, icon, large_cover, name_tab, open_spotify, page_title, primary_button,
            spotify_mark,
        },
        dom::{El, Piece, el},
    },
};

/// The edge of the picture in CSS pixels.
const PICTURE: u32 = 208;

/// What stands at the top of the page of one thing.
pub struct Head<'a> {
    /// What kind of thing it is, and a word more.
    pub eyebrow: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// Pictures of it.
    pub images: &'a [Image],
    /// What is said of it, a line each.
    pub lines: Vec<Piece>,
    /// What names it.
    pub uri: Option<SpotifyUri>,
    /// Plays it.
    pub play: Option<Act>,
    /// Whether it can be saved or followed.
    pub is_kept: bool,
    /// What else can be done with it.
    pub actions: Piece,
    /// Its page at Spotify.
    pub open_spotify: Option<&'a str>,
}

/// The head of a page: picture, name, and what can be done.
pub fn thing_head(head: Head) -> El {
    let name = if head.name.trim().is_empty() {
        "Without a name"
    } else {
        head.name
    };
    let keep = head
        .uri
        .filter(|_| head.is_kept)
        .map(|uri| save_button(uri, name));
    let actions = el("div")
        .class("actions")
        .with(head.play.map(play_button))
        .with(keep)
        .with(head.actions)
        .with(head.open_spotify.map(|href| open_spotify(href, name)));
    let lines = head.lines.into_iter();
    let lines: Vec<_> = lines.map(|line| el("p").class("line").with(line)).collect();
    let text = el("div")
        .class("thing-text")
        .with(
            el("div")
                .class("page-eyebrow")
                .with(el("p").text(head.eyebrow))
                .with(spotify_mark()),
        )
        .with(page_title(name))
        .with(lines)
        .with(actions);
    el("header")
        .class("thing-head")
        .with(large_cover(head.images, PICTURE).attr("loading", "eager"))
        .with(text)
}

/// The button that plays all of it.
fn play_button(play: Act) -> El {
    primary_button("", move || play())
        .with(icon(Icon::Play))
        .text("Play")
}

/// A head to come, of such a thing.
pub fn head_waiting(kind: &str) -> El {
    name_tab(kind);
    el("div")
        .class("thing-head waiting")
        .attr("aria-hidden", "true")
        .with(el("span").class("cover large blank"))
        .with(
            el("div")
                .class("thing-text")
                .with(el("span").class("bar short"))
                .with(el("span").class("bar tall"))
                .with(el("span").class("bar")),
        )
}
