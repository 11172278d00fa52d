use leptos::web_sys::HtmlInputElement;

use super::panel;
use crate::{
    oauth::{Scope, ScopeSet},
    ui::{
        components::{button, outside},
        dom::{El, Piece, Var, derived, el, live},
        state::use_deck,
        words::{PARTS, purpose},
    },
};

/// What was granted and what each is for, with the way to less; and what was
/// not, with what would ask for it.
pub fn permissions() -> El {
    let deck = use_deck();
    let granted = derived(move || {
        deck.session_state();
        deck.granted()
    });
    panel("permissions", "Permissions")
        .with(el("p").text(
            "Each is asked for when a part first needs it. Untick what you would rather not give.",
        ))
        .with(live(move || contents(granted.get())))
}

fn contents(granted: ScopeSet) -> Piece {
    let kept = Var::new(granted);
    let list = granted.iter().map(|scope| granted_one(scope, kept));
    let list = el("ul")
        .class("permissions")
        .attr("role", "list")
        .attr("aria-label", "Granted")
        .with(list.collect::<Vec<_>>());
    Piece::from(list)
        .and(fewer(granted, kept))
        .and(missing(granted))
}

fn granted_one(scope: Scope, kept: Var<ScopeSet>) -> El {
    let tick = el("input").attr("type", "checkbox").flag("checked");
    let own = tick.of::<HtmlInputElement>();
    let tick = tick.on("change", move |_| {
        let is_kept = own.as_ref().is_some_and(HtmlInputElement::checked);
        let now = kept.get_untracked();
        if now.contains(scope) != is_kept {
            kept.set(now.toggled(scope));
        }
    });
    let words = el("span")
        .with(el("strong").text(purpose(scope)))
        .with(el("code").class("fine").text(scope.as_str()));
    el("li").with(el("label").class("check").with(tick).with(words))
}

/// What becomes of the rest is Spotify's to decide, and it is said what that is
/// (contract 1.4, 2.2).
fn fewer(granted: ScopeSet, kept: Var<ScopeSet>) -> El {
    let deck = use_deck();
    let is_all = derived(move || kept.get() == granted);
    let keep = button("Keep only what is ticked", move || {
        deck.keep_only(kept.get_untracked());
    });
    let words = el("p")
        .class("fine")
        .text(
            "Goes to Spotify for a session with less, and comes back here. The session from before \
             is dropped in this tab; copies of the tab keep theirs until they are closed. Spotify \
             itself remembers what you once agreed to, and may not ask again when a part needs it: \
             to withdraw everything, remove the app under ",
        )
        .with(outside(
            "https://www.spotify.com/account/apps/",
            "Manage apps",
        ))
        .text(".");
    el("div")
        .class("fewer")
        .with(keep.live_flag("disabled", move || is_all.get()))
        .with(words)
}

fn missing(granted: ScopeSet) -> Piece {
    let parts = PARTS.iter().filter_map(|(part, scopes)| {
        let needed: ScopeSet = scopes.iter().copied().collect();
        let missing = needed.without(granted);
        (!missing.is_empty()).then(|| missing_of(part, missing))
    });
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() {
        return Piece::NONE;
    }
    Piece::from(el("h3").text("Not granted"))
        .and(
            el("p")
                .class("fine")
                .text("Each part asks for its own when you first use it. The rest works without."),
        )
        .and(
            el("ul")
                .class("permissions")
                .attr("role", "list")
                .attr("aria-label", "Not granted")
                .with(parts),
        )
}

fn missing_of(part: &str, missing: ScopeSet) -> El {
    let mut purposes = String::new();
    for purpose in missing.iter().map(purpose) {
        let is_said = purposes.ends_with(purpose) || purpose.trim_end_matches('.') == part;
        if !is_said {
            purposes.push(' ');
            purposes.push_str(purpose);
        }
    }
    let words = el("span")
        .class("fine")
        .text(purposes.trim_start())
        .text(" ")
        .with(el("code").text(&missing.to_list()));
    el("li").with(el("strong").text(part)).with(words)
}
