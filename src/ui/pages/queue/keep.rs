use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::untrack, task::spawn_local, web_sys::HtmlInputElement};

use crate::{
    library::{Kept, NewPlaylist},
    platform,
    route::Route,
    session::Meant,
    spotify::{
        Error, SpotifyUri,
        endpoints::{PlaylistUris, playlists::PlaylistName},
    },
    ui::{
        components::{Act, button, focus_soon, link, primary_button, quiet_button, trouble},
        dom::{El, Piece, Var, derived, el, live},
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

/// Saves what `listed` lists by then as a new private playlist: three calls. It
/// stands beside the list and not in it, so that a list that changes takes
/// neither a name that is being written nor a save that is under way.
pub fn keep_as_playlist(listed: impl Fn() -> Vec<SpotifyUri> + Clone + 'static) -> Piece {
    let deck = use_deck();
    // Back from Spotify with the permission for it.
    let named = match deck.meant.get_untracked() {
        Some(Meant::Keep(name)) => Some(name),
        _ => None,
    };
    let stage = Var::new(named.as_ref().map_or(Stage::Offered, |_| Stage::Asked));
    let making = Rc::new(RefCell::new(None::<NewPlaylist>));
    let run = runner(stage, &making);
    let at_hand = listed.clone();
    let is_offered = derived(move || !at_hand().is_empty());
    let begin = {
        let (run, making) = (Rc::clone(&run), Rc::clone(&making));
        move |name: &str| {
            let batches = PlaylistUris::split(&kept(untrack(&listed)));
            deck.meant.set(Some(Meant::Keep(name.to_owned())));
            if let (Ok(name), Ok(batches)) = (PlaylistName::try_from(name), batches) {
                let new = NewPlaylist::new(deck.client(), platform::clock(), name, batches);
                making.replace(Some(new));
                run();
            }
        }
    };
    let begin: Rc<dyn Fn(&str)> = Rc::new(begin);
    live(move || match stage.get() {
        Stage::Offered => live(move || {
            let ask = move || stage.set(Stage::Asked);
            is_offered.get().then(|| button("Save as playlist", ask))
        }),
        Stage::Asked => form(stage, named.as_deref(), Rc::clone(&begin)).into(),
        Stage::Working => el("p").attr("role", "status").text("Saving …").into(),
        Stage::Failed(error) => {
            let run = Rc::clone(&run);
            if !matches!(error, Error::ScopesNotGranted(_)) {
                deck.meant.set(None);
            }
            trouble(&error, move || run()).into()
        }
        Stage::Done(kept) => {
            deck.meant.set(None);
            done(&kept)
        }
    })
}

/// What can be in a playlist: a file on a device cannot.
fn kept(mut uris: Vec<SpotifyUri>) -> Vec<SpotifyUri> {
    uris.retain(|uri| PlaylistUris::try_from(vec![uri.clone()]).is_ok());
    uris
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

fn form(stage: Var<Stage>, named: Option<&str>, begin: Rc<dyn Fn(&str)>) -> El {
    let usual = || format!("Queue of {}", platform::long_date(platform::now()));
    let first = named.map_or_else(usual, str::to_owned);
    let name = el("input")
        .attr("type", "text")
        .class("field")
        .attr("aria-label", "Name of the playlist")
        .flag("required")
        .attr("maxlength", "100")
        .attr("pattern", ".*\\S.*")
        .attr("value", &first);
    focus_soon(name.clone());
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
    focus_soon(to.clone());
    let words = if kept.is_private {
        "Saved. "
    } else {
        "Saved, but Spotify made it public. "
    };
    el("p").attr("role", "status").text(words).with(to).into()
}
