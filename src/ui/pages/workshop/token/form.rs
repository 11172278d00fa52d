use std::rc::Rc;

use super::{
    answer::{Answer, answer},
    bench::{Bench, Chosen, Whose},
    code_tabs, copy_button,
    endpoints::short,
    fields::field,
    slip, written,
};
use crate::{
    config,
    spotify::{Call, Endpoint, Fault, Parameter},
    ui::{
        components::primary_button,
        dom::{El, Piece, Var, el, lead_to, live},
    },
    workshop::code::Recipe,
};

type Faults = Vec<(&'static str, Fault)>;

/// What is filled in for one endpoint.
#[derive(Clone)]
struct Filled {
    endpoint: &'static Endpoint,
    fields: Rc<[(&'static Parameter, Var<String>)]>,
    /// Whether somebody wanted to send it: from then on what is missing is a
    /// mistake.
    was_sent: Var<bool>,
}

impl Filled {
    fn new(chosen: Chosen) -> Self {
        let fields = chosen.endpoint.parameters.iter().map(|parameter| {
            let entries = chosen.entries.iter();
            let known = entries.copied().find(|(name, _)| *name == parameter.name);
            let text = known.map_or("", |(_, text)| text);
            (parameter, Var::new(text.to_owned()))
        });
        Self {
            endpoint: chosen.endpoint,
            fields: fields.collect(),
            was_sent: Var::new(false),
        }
    }

    /// The call it makes; reactive.
    fn call(&self) -> Result<Call<()>, Faults> {
        let texts: Vec<_> = self
            .fields
            .iter()
            .map(|(parameter, text)| (parameter.name, text.get()))
            .collect();
        let entries: Vec<_> = texts
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        self.endpoint.filled(&entries)
    }

    /// What to say about one field; reactive.
    fn fault(&self, parameter: &Parameter) -> Option<Fault> {
        let faults = self.call().err().unwrap_or_default();
        let fault = faults.into_iter().find(|(name, _)| *name == parameter.name);
        fault
            .map(|(_, fault)| fault)
            .filter(|fault| *fault != Fault::Missing || self.was_sent.get())
    }
}

/// The form for an endpoint, the request it makes, and what came of it.
pub fn form(bench: Bench, chosen: Chosen) -> El {
    let filled = Filled::new(chosen);
    let came = Var::new(Answer::None);
    let fields: Vec<El> = filled
        .fields
        .iter()
        .map(|(parameter, text)| {
            let (filled, parameter) = (filled.clone(), *parameter);
            field(parameter, *text, move || filled.fault(parameter))
        })
        .collect();
    let is_plain = fields.is_empty();
    let fields = el("div").class("endpoint-fields").with(fields);
    let sent = filled.clone();
    let form = el("form")
        .attr("novalidate", "")
        .attr(
            "aria-label",
            &format!("GET {}", short(filled.endpoint.path)),
        )
        .on("submit", move |event| {
            event.prevent_default();
            send(bench, &sent, came);
        })
        .with(title(bench, filled.endpoint))
        .with(is_plain.then(|| el("p").class("soft").text("It has no parameters.")))
        .with(fields)
        .with(request(filled.clone()))
        .with(el("p").class("actions").with(submit(came)));
    el("div")
        .class("trial")
        .with(form)
        .with(
            el("p")
                .class("unseen")
                .attr("role", "status")
                .live_text(move || came.with(Answer::in_short)),
        )
        .with(live(move || answer(came)))
        .with(el("h3").text("The same as code"))
        .with(code(bench, filled))
}

fn title(bench: Bench, endpoint: &'static Endpoint) -> Piece {
    let path = short(endpoint.path);
    let missing = move || {
        bench.deck().session_state();
        let granted = bench.deck().granted();
        let needed = endpoint.scopes.iter().copied();
        let missing: Vec<_> = needed.filter(|scope| !granted.contains(*scope)).collect();
        (bench.whose() == Whose::Session && !missing.is_empty()).then(|| {
            let names = missing.iter().map(|scope| scope.as_str());
            let names = names.collect::<Vec<_>>().join(", ");
            el("p").class("fine").text(&format!(
                "This session lacks {names}: Spotify will refuse, and you can see how."
            ))
        })
    };
    let needs = endpoint.scopes.iter().map(|scope| scope.as_str());
    let needs = needs.collect::<Vec<_>>().join(", ");
    let needs = (!needs.is_empty()).then(|| {
        el("p")
            .class("soft")
            .text("Needs ")
            .with(el("code").text(&needs))
    });
    Piece::from(el("h3").with(el("code").text(&format!("GET {path}"))))
        .and(needs)
        .and(live(missing))
}

fn submit(came: Var<Answer>) -> El {
    primary_button("Send", || {})
        .attr("type", "submit")
        .live_flag("disabled", move || {
            came.with(|came| matches!(came, Answer::Sending))
        })
}

fn send(bench: Bench, filled: &Filled, came: Var<Answer>) {
    match filled.call() {
        Ok(call) => {
            came.set(Answer::Sending);
            bench.run(async move {
                came.set(match bench.try_out(call).await {
                    Ok(trial) => Answer::came(trial),
                    Err(error) => Answer::Failed(error),
                });
            });
        }
        Err(faults) => {
            filled.was_sent.set(true);
            if let Some((name, _)) = faults.first() {
                lead_to(&format!("parameter-{name}"));
            }
        }
    }
}

fn sent(call: &Call<()>) -> String {
    format!(
        "GET {}{}\nAuthorization: Bearer ••••••••",
        config::API_ORIGIN,
        call.path()
    )
}

/// What is sent, with the token hidden.
fn request(filled: Filled) -> El {
    let own = filled.clone();
    let text = move || match filled.call() {
        Ok(call) => sent(&call),
        Err(faults) => {
            let names: Vec<_> = faults.iter().map(|(name, _)| *name).collect();
            format!("Nothing yet. To be filled in: {}", names.join(", "))
        }
    };
    let copied = move || Some(sent(&own.call().ok()?));
    let head = Piece::from(el("span").text("The request as it will be sent"))
        .and(copy_button("the request", copied));
    slip(head, live(move || written(&text())))
}

fn code(bench: Bench, filled: Filled) -> Piece {
    let recipe = move || Some(Recipe::read(&filled.call().ok()?));
    code_tabs("The same as code", bench.language, recipe)
}
