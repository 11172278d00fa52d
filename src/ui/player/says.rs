use crate::{
    player::{Command, Deed, Trouble},
    spotify::{Error, NextStep},
    ui::{
        components::{Icon, button, icon, icon_button, next_step, what_rests},
        dom::{El, Piece, derived, el, live},
        state::use_deck,
        words::{self, Explanation},
    },
};

/// What the player says when a command came to nothing, or when what it shows
/// may be out of date.
pub fn says() -> El {
    let player = use_deck().player();
    let trouble = derived(move || player.status().trouble);
    let stale = derived(move || player.status().stale);
    el("div")
        .class("player-says")
        .attr("role", "status")
        .with(live(move || match (trouble.get(), stale.get()) {
            (Some(trouble), _) => command_failed(&trouble),
            (None, Some(error)) => out_of_date(&error),
            (None, None) => Piece::NONE,
        }))
}

fn command_failed(trouble: &Trouble) -> Piece {
    let player = use_deck().player();
    let explanation = Explanation::of_call(&trouble.error);
    let title = format!("Could not {}. ", words::deed(trouble.deed));
    let cause = format!("{}. ", explanation.title);
    let again = can_be_told_again(trouble.deed);
    // What was to be played is not known here any more: only what needs
    // nothing else is done again.
    let step = match explanation.next {
        NextStep::TryAgain | NextStep::LookAgain => Piece::NONE,
        NextStep::WakeDevice => button("Choose a device", move || player.show_devices()).into(),
        next => next_step(
            next,
            std::rc::Rc::new(move || {
                if let Some(command) = &again {
                    player.tell(command.clone());
                }
            }),
        ),
    };
    line(&title, &format!("{cause}{}", explanation.body))
        .with(step)
        .with(trouble.error.is_about_limits().then(what_rests))
        .with(icon_button(Icon::Close, "Dismiss", move || {
            player.player().dismiss_trouble();
        }))
        .into()
}

/// The command, where it needs nothing but its name.
const fn can_be_told_again(deed: Deed) -> Option<Command> {
    match deed {
        Deed::Resume => Some(Command::Resume),
        Deed::Pause => Some(Command::Pause),
        Deed::Next => Some(Command::Next),
        Deed::Previous => Some(Command::Previous),
        Deed::Play
        | Deed::Seek
        | Deed::Volume
        | Deed::Repeat
        | Deed::Shuffle
        | Deed::Enqueue
        | Deed::Transfer => None,
    }
}

fn out_of_date(error: &Error) -> Piece {
    let player = use_deck().player();
    let explanation = Explanation::of_call(error);
    let look = std::rc::Rc::new(move || player.player().look());
    line("What plays may be out of date. ", explanation.title)
        .with(next_step(explanation.next, look))
        .with(error.is_about_limits().then(what_rests))
        .into()
}

fn line(title: &str, body: &str) -> El {
    el("div")
        .class("player-line")
        .with(icon(Icon::Warning))
        .with(el("p").with(el("strong").text(title)).text(body))
}
