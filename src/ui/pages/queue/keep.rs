use std::{cell::RefCell, rc::Rc};

use leptos::{task::spawn_local, web_sys::HtmlInputElement};

use crate::{
    library::{Kept, NewPlaylist},
    platform,
    route::Route,
    spotify::{
        Error, SpotifyUri,
        endpoints::{PlaylistUris, playlists::PlaylistName},
    },
    ui::{
        components::{Act, button, link, primary_button, quiet_button, trouble},
        dom::{El, Piece, Var, el, live},
        state::use_deck,
    },
};

/// How far it has come.
#[derive(Clone, PartialEq)]
enum Stage {
    Offered,
    Asked,
    Working,
    Failed(Error),
    Done(Kept),
}

/// Saves these as a new private playlist: two calls.
pub fn keep_as_playlist(uris: &[SpotifyUri]) -> Piece {
    let takes = |uri: &&SpotifyUri| PlaylistUris::try_from(vec![(*uri).clone()]).is_ok();
    let uris: Vec<_> = uris.iter().filter(takes).cloned().collect();
    let Ok(batches) = PlaylistUris::split(&uris) else {
        return Piece::NONE;
    };
    if batches.is_empty() {
        return Piece::NONE;
    }
    let deck = use_deck();
    let stage = Var::new(Stage::Offered);
    let making = Rc::new(RefCell::new(None::<NewPlaylist>));
    let run = runner(stage, &making);
    let begin = {
        let (run, making) = (Rc::clone(&run), Rc::clone(&making));
        move |name: &str| {
            if let Ok(name) = PlaylistName::try_from(name) {
                let new = NewPlaylist::new(deck.client(), platform::clock(), name, batches.clone());
                making.replace(Some(new));
                run();
            }
        }
    };
    let begin: Rc<dyn Fn(&str)> = Rc::new(begin);
    live(move || match stage.get() {
        Stage::Offered => button("Save as playlist", move || stage.set(Stage::Asked)).into(),
        Stage::Asked => form(stage, Rc::clone(&begin)).into(),
        Stage::Working => el("p").attr("role", "status").text("Saving …").into(),
        Stage::Failed(error) => {
            let run = Rc::clone(&run);
            trouble(&error, move || run()).into()
        }
        Stage::Done(kept) => done(&kept),
    })
}

/// Takes the steps that are left.
fn runner(stage: Var<Stage>, making: &Rc<RefCell<Option<NewPlaylist>>>) -> Act {
    let making = Rc::clone(making);
    Rc::new(move || {
        // Nobody else has it while it works.
        let Some(mut new) = making.take() else {
            return;
        };
        stage.set(Stage::Working);
        let making = Rc::clone(&making);
        spawn_local(async move {
            let outcome = new.keep().await;
            making.replace(Some(new));
            stage.set(outcome.map_or_else(Stage::Failed, Stage::Done));
        });
    })
}

fn form(stage: Var<Stage>, begin: Rc<dyn Fn(&str)>) -> El {
    let day = platform::long_date(platform::now());
    let name = el("input")
        .attr("type", "text")
        .class("field")
        .attr("aria-label", "Name of the playlist")
        .flag("required")
        .attr("maxlength", "100")
        .attr("value", &format!("Queue of {day}"));
    let input = name.of::<HtmlInputElement>();
    el("form")
        .class("inline-form")
        .on("submit", move |event| {
            event.prevent_default();
            if let Some(input) = &input {
                begin(&input.value());
            }
        })
        .with(name)
        .with(primary_button("Save", || ()).attr("type", "submit"))
        .with(quiet_button("Cancel", move || stage.set(Stage::Offered)))
}

fn done(kept: &Kept) -> Piece {
    let to = link(Route::Playlist(kept.id.clone())).text("Open the playlist");
    let words = if kept.is_private {
        "Saved. "
    } else {
        "Saved, but Spotify made it public. "
    };
    el("p").attr("role", "status").text(words).with(to).into()
}
