use super::bench::{Bench, Looked};
use crate::{
    oauth::{Scope, ScopeSet},
    ui::{
        components::{Icon, button, icon},
        dom::{El, Piece, el},
    },
    workshop::{Holder, PROBES},
};

/// What the listener granted this session.
pub fn granted(bench: Bench) -> Piece {
    bench.deck().session_state();
    let scopes = bench.deck().granted();
    Piece::from(names(scopes)).and(el("p").class("fine").text(
        "As Spotify said when it issued the token. Nothing tells it later: what a token may do \
         shows only by what works.",
    ))
}

fn names(scopes: ScopeSet) -> El {
    let names = scopes
        .iter()
        .map(|scope| el("li").with(el("code").text(scope.as_str())));
    el("ul")
        .class("scope-list")
        .attr("role", "list")
        .with(names.collect::<Vec<_>>())
}

/// What a pasted token has proven, so far.
pub fn found(bench: Bench) -> Piece {
    if let Looked::Seen { holder, .. } = bench.looked() {
        match holder {
            Holder::NoListener => {
                return "None: nobody agreed to anything, so there is nothing to permit.".into();
            }
            Holder::NotAccepted | Holder::NotAdmitted => return "None that work".into(),
            Holder::Listener(_) | Holder::Unclear => {}
        }
    }
    let evidence = bench.evidence();
    let all: ScopeSet = evidence
        .proven
        .iter()
        .chain(PROBES.iter().map(|probe| probe.scope))
        .collect();
    let rows = all.iter().map(|scope| {
        let (drawing, words) = if evidence.proven.contains(scope) {
            (Some(Icon::Tick), "proven")
        } else if evidence.refuted.contains(scope) {
            (Some(Icon::Close), "refused")
        } else {
            (None, "not shown yet")
        };
        row(scope, drawing, words)
    });
    let rows = el("ul")
        .class("scope-list found")
        .attr("role", "list")
        .with(rows.collect::<Vec<_>>());
    let reads = PROBES.len();
    let act = if bench.is_probing() {
        el("span").attr("role", "status").text("Asking Spotify…")
    } else {
        button(&format!("Find out, with {reads} small reads"), move || {
            bench.probe();
        })
    };
    Piece::from(rows)
        .and(el("p").class("small-act").with(act))
        .and(el("p").class("fine").text(
            "Only what calls on this page have shown. The permissions to change things cannot be \
             shown by reading.",
        ))
}

fn row(scope: Scope, drawing: Option<Icon>, words: &str) -> El {
    el("li")
        .class(words)
        .with(drawing.map(icon))
        .with(el("code").text(scope.as_str()))
        .with(el("span").text(words))
}
