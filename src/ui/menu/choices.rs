use leptos::{prelude::use_context, task::spawn_local};

use super::{RowMenu, frame::Choice, queue::enqueue};
use crate::{
    platform,
    route::Route,
    spotify::{ItemKind, SpotifyUri, endpoints::PlayableUri},
    ui::{
        adding::Adding,
        components::{Act, Icon, icon, link, open_spotify},
        dom::{El, el},
        items::{Entry, Named, clock_length},
        state::{place_of, use_deck},
    },
};

/// What a menu is about.
pub struct Subject {
    /// What it is.
    pub entry: Entry,
    /// Plays it.
    pub play: Option<Act>,
}

impl Subject {
    /// Whether there is anything to choose: there is not for a file on another
    /// device, which has no page and goes nowhere.
    pub fn has_choices(&self) -> bool {
        let entry = &self.entry;
        let mut named = entry.from.iter().chain(&entry.by);
        entry.open_spotify.is_some() || named.any(|named| named.page.is_some())
    }

    /// Says once more what the menu is about, as it covers the row on a phone.
    pub fn head(&self) -> El {
        let names = self.entry.by.iter().map(|by| by.name.as_str());
        let by: Vec<_> = names.collect();
        let mut line = by.join(", ");
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(&clock_length(self.entry.length));
        el("p")
            .class("menu-head")
            .with(el("strong").text(&self.entry.title.name))
            .with(el("span").text(&line))
            .with(
                self.entry
                    .obstacle
                    .map(|obstacle| el("span").text(obstacle.words())),
            )
    }
}

/// What can be chosen, in order.
pub fn choices(subject: &Subject, menu: RowMenu) -> Vec<Choice> {
    let entry = &subject.entry;
    let mut all = Vec::new();
    if let Some(play) = &subject.play {
        let play = Act::clone(play);
        all.push(choice(menu, Icon::Play, "Play", move || play()));
    }
    if let Some(uri) = entry.uri.clone() {
        with_uri(&uri, &entry.title.name, menu, &mut all);
    }
    ways(entry, menu, &mut all);
    if let Some(href) = entry.open_spotify.clone() {
        let open = open_spotify(&href, &entry.title.name).class("menu-item");
        let notices = use_deck().notices;
        all.push(choice(menu, Icon::Copy, "Copy link", move || {
            let href = href.clone();
            spawn_local(async move {
                notices.say(if platform::copy(&href).await {
                    "Link copied"
                } else {
                    "The browser did not allow copying."
                });
            });
        }));
        all.push(leading(menu, open, "Open Spotify"));
    }
    all
}

/// To queue, to a playlist, to the library: not for local files, which Spotify
/// takes nowhere (contract 6.2).
fn with_uri(uri: &SpotifyUri, name: &str, menu: RowMenu, all: &mut Vec<Choice>) {
    let Ok(playable) = PlayableUri::try_from(uri.clone()) else {
        return;
    };
    let deck = use_deck();
    all.push(choice(menu, Icon::Queue, "Add to queue", move || {
        enqueue(deck, playable.clone());
    }));
    if let Some(adding) = use_context::<Adding>() {
        let (uri, name) = (uri.clone(), name.to_owned());
        all.push(choice(
            menu,
            Icon::Playlists,
            "Add to playlist …",
            move || {
                adding.open(uri.clone(), name.clone());
            },
        ));
    }
    let is_saved = deck.saved().is_saved(uri) == Some(true);
    let place = place_of(uri.kind());
    let (drawing, label) = match (is_saved, uri.kind()) {
        (true, _) => (Icon::Added, format!("Remove from {place}")),
        (false, _) => (Icon::Add, format!("Save to {place}")),
    };
    let own = uri.clone();
    if matches!(uri.kind(), ItemKind::Track | ItemKind::Episode) {
        all.push(choice(menu, drawing, &label, move || {
            deck.saved().toggle(own.clone());
        }));
    }
}

/// To the pages of what it is from.
fn ways(entry: &Entry, menu: RowMenu, all: &mut Vec<Choice>) {
    let several = entry.by.len() > 1;
    for named in entry.from.iter().chain(&entry.by) {
        let Named {
            name,
            page: Some(page),
        } = named
        else {
            continue;
        };
        let label = match page {
            Route::Artist(..) if several => format!("Go to artist {name}"),
            Route::Artist(..) => "Go to artist".to_owned(),
            Route::Show(_) => "Go to show".to_owned(),
            Route::Audiobook(_) => "Go to audiobook".to_owned(),
            _ => "Go to album".to_owned(),
        };
        let way = link(page.clone())
            .class("menu-item")
            .with(icon(Icon::Forward))
            .text(&label);
        all.push(leading(menu, way, &label));
    }
}

fn choice(menu: RowMenu, drawing: Icon, label: &str, act: impl Fn() + 'static) -> Choice {
    let item = el("button")
        .attr("type", "button")
        .class("menu-item")
        .with(icon(drawing))
        .text(label)
        .on_click(move || {
            // What opens next takes the keyboard from the row.
            menu.close();
            act();
        });
    as_choice(item, label)
}

fn leading(menu: RowMenu, way: El, label: &str) -> Choice {
    as_choice(way.on_click(move || menu.close()), label)
}

fn as_choice(item: El, label: &str) -> Choice {
    Choice {
        item: item.attr("role", "menuitem").attr("tabindex", "-1"),
        label: label.to_owned(),
    }
}
