use crate::{
    spotify::{ItemKind, SpotifyUri},
    ui::{
        components::{Icon, button, icon},
        dom::{El, el, live},
        state::{place_of, use_deck},
    },
};

/// What a button says that saves or follows: before, and after with where it is
/// then and what pressing it does.
struct Words {
    before: &'static str,
    after: &'static str,
    place: String,
    undoes: &'static str,
}

fn words(kind: ItemKind) -> Words {
    let (before, after, place, undoes) = match kind {
        ItemKind::Artist | ItemKind::Playlist | ItemKind::Show | ItemKind::User => {
            ("Follow", "Following", String::new(), "stop following")
        }
        kind => ("Save", "Added", format!(" to {}", place_of(kind)), "remove"),
    };
    Words {
        before,
        after,
        place,
        undoes,
    }
}

/// The button that saves or follows, and takes that back: a plus, as the design
/// rules want it (contract 8.1). Asks whether it is saved.
pub fn save_button(uri: SpotifyUri, name: &str) -> El {
    let saved = use_deck().saved();
    saved.ask(uri.clone());
    let name = name.to_owned();
    let own = uri.clone();
    button("", move || saved.toggle(own.clone()))
        .live_attr("data-saved", {
            let uri = uri.clone();
            move || saved.is_saved(&uri).map(|is_saved| is_saved.to_string())
        })
        .with(live(move || {
            let Words {
                before,
                after,
                place,
                undoes,
            } = words(uri.kind());
            if saved.is_saved(&uri) == Some(true) {
                let rest = format!(": {undoes} {name}");
                [
                    icon(Icon::Added),
                    el("span")
                        .text(after)
                        .with(el("span").class("saved-where").text(&place))
                        .with(el("span").class("unseen").text(&rest)),
                ]
            } else {
                let rest = format!(" {name}");
                [
                    icon(Icon::Add),
                    el("span")
                        .text(before)
                        .with(el("span").class("unseen").text(&rest)),
                ]
            }
        }))
}
