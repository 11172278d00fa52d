use std::rc::Rc;

use leptos::prelude::document;

use crate::{
    platform,
    ui::{
        components::{ask_again_at, brand, button, primary_button, quiet_button, what_rests},
        dom::{El, Piece, el, follow, live},
        shell::footer,
        state::{Deck, Landing, SignInProblem, use_deck},
        words::{Remedy, SignInExplanation},
    },
};

/// What happened on the way from Spotify, and what to do.
pub fn sign_in_trouble() -> El {
    let deck = use_deck();
    follow(move || {
        let is_signed_in = deck.session_state().listener().is_some();
        document().set_title(if is_signed_in {
            "Nothing has changed · Cratedigger"
        } else {
            "Not signed in · Cratedigger"
        });
    });
    let explained = live(move || match deck.landing() {
        Landing::Failed(problem) => explain(deck, &problem),
        Landing::Done
        | Landing::Opening
        | Landing::Finishing
        | Landing::Unfinished
        | Landing::Unchanged(_) => Piece::NONE,
    });
    el("main")
        .class("alone")
        .with(brand())
        .with(explained)
        .with(footer())
}

fn explain(deck: Deck, problem: &SignInProblem) -> Piece {
    let explanation = SignInExplanation::of(problem);
    let steps = (!explanation.steps.is_empty()).then(|| {
        let steps = explanation.steps.iter().map(|step| el("li").text(step));
        el("ol").class("steps").with(steps.collect::<Vec<_>>())
    });
    let note = el("div")
        .class("alone-note")
        .attr("role", "alert")
        .with(el("h1").text(explanation.title))
        .with(el("p").text(&explanation.body))
        .with(steps);
    Piece::from(note).and(
        el("p")
            .class("actions")
            .with(remedies(explanation.remedy, deck))
            .with(explanation.is_about_limits.then(what_rests)),
    )
}

fn remedies(remedy: Remedy, deck: Deck) -> Piece {
    let client_id = deck.client_id();
    let connect = move |show_dialog| match &client_id {
        Some(client_id) => deck.connect(client_id.clone(), show_dialog),
        None => deck.start_over(),
    };
    let to_setup = || {
        if deck.session().state().listener().is_some() {
            button("Go on as before", move || deck.land(Landing::Done))
        } else {
            quiet_button("Back to the Connect page", move || deck.start_over())
        }
    };
    match remedy {
        Remedy::Connect => {
            Piece::from(primary_button("Connect again", move || connect(false))).and(to_setup())
        }
        Remedy::CheckAgain => Piece::from(primary_button("Check again", move || deck.prove()))
            .and(button("Use another account", move || connect(true)))
            .and(to_setup()),
        Remedy::CheckAgainAt(moment) => Piece::from(ask_again_at(
            moment,
            Rc::new(move || deck.prove()),
            "Check again",
        ))
        .and(to_setup()),
        Remedy::Setup => to_setup().into(),
        Remedy::Reload => primary_button("Reload", platform::restart_at_home).into(),
    }
}
