use leptos::web_sys::HtmlInputElement;

use super::bench::Bench;
use crate::{
    oauth::{Scope, ScopeSet},
    ui::{
        components::quiet_button,
        dom::{El, Var, el, live},
    },
};

/// What to ask for.
pub fn scopes(bench: Bench) -> El {
    // What is ticked is written anew when all of it changes at once.
    let turns = Var::new(0);
    let asked = move || bench.practice.with(|practice| practice.draft.scopes);
    let count = move || {
        format!(
            "{} of {} permissions",
            asked().iter().count(),
            Scope::ALL.len()
        )
    };
    let all_at_once = move |label, scopes: fn() -> ScopeSet| {
        quiet_button(label, move || {
            bench.change(|practice| practice.draft.scopes = scopes());
            turns.set(turns.get_untracked() + 1);
        })
    };
    let boxes = live(move || {
        turns.track();
        let scopes = Scope::ALL.map(|scope| tick(bench, scope));
        el("ul").class("scopes").attr("role", "list").with(scopes)
    });
    el("details")
        .class("choice")
        .with(el("summary").live_text(count))
        .with(
            el("p")
                .class("actions")
                .with(all_at_once("As at sign-in", ScopeSet::at_sign_in))
                .with(all_at_once("None", ScopeSet::default))
                .with(all_at_once("All", || Scope::ALL.into_iter().collect())),
        )
        .with(boxes)
}

fn tick(bench: Bench, scope: Scope) -> El {
    let is_asked = bench
        .practice
        .with_untracked(|practice| practice.draft.scopes.contains(scope));
    let tick = el("input").attr("type", "checkbox");
    let tick = if is_asked { tick.flag("checked") } else { tick };
    let input = tick.of::<HtmlInputElement>();
    let tick = tick.on("change", move |_| {
        let is_on = input.as_ref().is_some_and(HtmlInputElement::checked);
        bench.change(|practice| {
            let others = practice.draft.scopes.iter().filter(|own| *own != scope);
            practice.draft.scopes = others.chain(is_on.then_some(scope)).collect();
        });
    });
    let words = el("span")
        .with(el("code").text(scope.as_str()))
        .with(el("span").class("fine").text(allows(scope)));
    el("li").with(el("label").class("check").with(tick).with(words))
}

/// What it lets an app do (contract 1.4).
const fn allows(scope: Scope) -> &'static str {
    match scope {
        Scope::UserReadPrivate => {
            "Read what you pay for and your country, where Spotify still tells."
        }
        Scope::UserReadEmail => "Read your e-mail address, where Spotify still tells.",
        Scope::UserLibraryRead => "Read what you saved.",
        Scope::UserLibraryModify => "Save, and take out again.",
        Scope::UserFollowRead => "Read whom you follow.",
        Scope::UserFollowModify => "Follow, and no longer.",
        Scope::UserTopRead => "Read your top tracks and artists.",
        Scope::UserReadRecentlyPlayed => "Read what you played last.",
        Scope::UserReadPlaybackPosition => "Read how far you came in episodes.",
        Scope::UserReadPlaybackState => "Read what plays, your devices and your queue.",
        Scope::UserReadCurrentlyPlaying => "Read what plays, and your queue.",
        Scope::UserModifyPlaybackState => "Play, pause, skip: every command to a player.",
        Scope::Streaming => "Play in a browser.",
        Scope::PlaylistReadPrivate => "Read your playlists, private ones too.",
        Scope::PlaylistReadCollaborative => "Read playlists that several people change.",
        Scope::PlaylistModifyPublic => "Change your public playlists.",
        Scope::PlaylistModifyPrivate => "Change your private playlists.",
        Scope::UgcImageUpload => "Give your playlists covers.",
    }
}
