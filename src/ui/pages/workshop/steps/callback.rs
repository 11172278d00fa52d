use super::{bench::Bench, message::message, wrong_state::wrong_state};
use crate::{
    oauth::{Check, Secret, State, Value, Verdict},
    session::CallbackTrace,
    ui::{
        components::{Icon, icon},
        dom::{El, Piece, el, live},
    },
    workshop::{Reveal, Revealed, Text},
};

/// The fifth step.
pub fn callback(bench: Bench) -> Piece {
    let lead = el("p").class("lead").text(
        "Spotify sent the browser back to this page’s own address. The address was cleaned before \
         anything else; then these checks ran, in this order. The first that fails ends it.",
    );
    let table = live(move || {
        let trace = bench.callback()?;
        Some(checks(&trace, &bench.revealed.get()))
    });
    let text = move || {
        bench
            .callback()
            .as_ref()
            .map(address_of)
            .unwrap_or_default()
    };
    Piece::from(lead)
        .and(table)
        // No command: with the code shown, it would hand a live one to whoever
        // serves this page.
        .and(message(bench, "The address, as it came", text, || None))
        .and(live(move || bench.callback().map(|trace| outcome(&trace))))
        .and(wrong_state(bench))
}

fn address_of(trace: &CallbackTrace) -> Text {
    let base = trace
        .request
        .as_ref()
        .map_or("", |request| request.request().redirect_uri.as_str());
    Text::address(base, &trace.parameters())
}

fn outcome(trace: &CallbackTrace) -> Option<El> {
    let words = match trace.failed? {
        Check::Agreed => {
            "You said no, or Spotify could not say yes. That is an answer like any other: there is \
             no code, so there is nothing to exchange, and nothing is asked again by itself."
        }
        _ => "The answer was thrown away. Nothing was sent anywhere.",
    };
    Some(el("p").class("notice").text(words))
}

/// What each check said.
pub fn checks(trace: &CallbackTrace, revealed: &Revealed) -> El {
    let rows = Check::ALL.map(|check| {
        let verdict = Verdict::of(check, trace.failed);
        let (drawing, class, said) = match verdict {
            Verdict::Passed => (Some(Icon::Tick), "passed", "passed"),
            Verdict::Failed => (Some(Icon::Close), "failed", "failed"),
            Verdict::NotReached => (None, "unreached", "not reached"),
        };
        let evidence = match verdict {
            Verdict::NotReached => "—".to_owned(),
            Verdict::Passed => evidence(check, trace, revealed),
            Verdict::Failed => {
                against(check).map_or_else(|| evidence(check, trace, revealed), str::to_owned)
            }
        };
        el("li")
            .class(class)
            .with(
                el("span")
                    .class("verdict")
                    .with(drawing.map(icon))
                    .with(el("span").class("unseen").text(said)),
            )
            .with(el("strong").text(name(check)))
            .with(el("span").text(&evidence))
    });
    el("ol").class("checks").attr("role", "list").with(rows)
}

const fn name(check: Check) -> &'static str {
    match check {
        Check::NoToken => "No token in the address",
        Check::NoneTwice => "No parameter twice",
        Check::HasState => "A state",
        Check::OneOutcome => "A code or an error",
        Check::Pending => "A sign-in of ours waits for it",
        Check::SameState => "The state is ours, exactly",
        Check::SameTab => "Asked in this tab",
        Check::SameIssuer => "The issuer is Spotify",
        Check::InTime => "In time",
        Check::Agreed => "You agreed",
    }
}

/// What speaks against it, where that is always the same.
const fn against(check: Check) -> Option<&'static str> {
    match check {
        Check::NoToken => Some("one stands there: this app never asks for any that way"),
        Check::NoneTwice => Some("one stands there more than once: whose it is cannot be told"),
        Check::HasState => Some("none came"),
        Check::OneOutcome => Some("not exactly one of them came"),
        Check::SameTab => Some("the mark of this tab is another, or gone"),
        Check::Pending | Check::SameState | Check::SameIssuer | Check::InTime | Check::Agreed => {
            None
        }
    }
}

fn evidence(check: Check, trace: &CallbackTrace, revealed: &Revealed) -> String {
    let came = || state_of(trace).map_or_else(String::new, |state| shown(state, revealed));
    let asked = || {
        let request = trace.request.as_ref();
        request.map_or_else(String::new, |pending| {
            shown(pending.request().state.clone(), revealed)
        })
    };
    let took = || {
        let request = trace.request.as_ref();
        request.map_or(0, |pending| {
            (trace.received_at - pending.created_at()).0 / 1000
        })
    };
    match check {
        Check::NoToken => "no access_token, no id_token".to_owned(),
        Check::NoneTwice => "each stands there once".to_owned(),
        Check::HasState => came(),
        Check::OneOutcome => plain(trace, "error").unwrap_or_else(|| "a code".to_owned()),
        Check::Pending if trace.request.is_none() => format!("none waits for {}", came()),
        Check::Pending => "taken out of this tab’s storage: it is used once".to_owned(),
        Check::SameState if trace.failed == Some(check) => format!("{} is not {}", came(), asked()),
        Check::SameState => format!("{} = {}", came(), asked()),
        Check::SameTab => "the mark of the tab is the same".to_owned(),
        Check::SameIssuer => plain(trace, "iss")
            .unwrap_or_else(|| "not named; if it were, it would have to match".to_owned()),
        Check::InTime => format!("{} seconds of 600", took()),
        Check::Agreed => plain(trace, "error").unwrap_or_else(|| "a code came".to_owned()),
    }
}

fn state_of(trace: &CallbackTrace) -> Option<State> {
    Some(trace.response.as_ref()?.state().clone())
}

fn shown(state: State, revealed: &Revealed) -> String {
    match revealed.show(&Secret::State(state)) {
        Reveal::Hidden(text) | Reveal::Shown(text) => text,
    }
}

fn plain(trace: &CallbackTrace, name: &str) -> Option<String> {
    let parameters = trace.parameters();
    let found = parameters.into_iter().find(|given| given.name == name)?;
    match found.value {
        Value::Plain(text) => Some(text),
        Value::Secret(_) => None,
    }
}
