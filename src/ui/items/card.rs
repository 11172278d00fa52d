use crate::{
    route::Route,
    spotify::model::Image,
    ui::{
        components::{large_cover, link, open_spotify},
        dom::{El, el},
    },
};

/// The edge of a picture in CSS pixels.
const PICTURE: u32 = 152;

/// Something that can be opened, as a shelf shows it.
pub struct Card<'a> {
    /// Pictures of it.
    pub images: &'a [Image],
    /// What it is called.
    pub name: &'a str,
    /// Its page.
    pub page: Option<Route>,
    /// What else is said of it.
    pub line: &'a str,
    /// Its page at Spotify.
    pub open_spotify: Option<&'a str>,
}

/// A shelf of cards, or all of them: `class` says which.
pub fn cards(class: &str, cards: Vec<El>) -> El {
    el("ol").class(class).attr("role", "list").with(cards)
}

/// One card. Its picture leads to the same page as its name, and is not said
/// twice.
pub fn card(card: &Card) -> El {
    let picture = large_cover(card.images, PICTURE);
    let name = el("strong").class("card-name");
    let (picture, name) = match &card.page {
        Some(page) => (
            link(page.clone())
                .attr("tabindex", "-1")
                .attr("aria-hidden", "true")
                .with(picture),
            name.with(link(page.clone()).class("quiet-link").text(card.name)),
        ),
        None => (picture, name.text(card.name)),
    };
    let open = card.open_spotify.map(|href| open_spotify(href, card.name));
    el("li").class("card").with(picture).with(name).with(
        el("span")
            .class("card-line")
            .with(el("span").text(card.line))
            .with(open),
    )
}
