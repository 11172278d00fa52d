use super::{
    bench::{Bench, Looked, Whose},
    permissions::{found, granted},
    words,
};
use crate::{
    platform,
    ui::{
        components::button,
        dom::{El, Piece, el, live},
    },
    workshop::Holder,
};

/// Whether the token is valid, for whom, for what and for how long.
pub fn about(bench: Bench) -> El {
    let facts = el("dl")
        .class("facts")
        .with(fact("Token", live(move || masked(bench))))
        .with(fact("Status", validity(bench)))
        .with(fact(
            "Speaks for",
            el("span").live_text(move || words::holder(&bench.looked())),
        ))
        .with(fact("Permissions", live(move || permissions(bench))))
        .with(fact("Lasts", live(move || life(bench))));
    el("section")
        .class("panel token-facts")
        .attr("aria-labelledby", "about-token")
        .with(el("h2").attr("id", "about-token").text("What it is"))
        .with(facts)
}

fn fact(term: &str, value: impl Into<Piece>) -> Piece {
    Piece::from(el("dt").text(term)).and(el("dd").with(value))
}

fn masked(bench: Bench) -> Option<El> {
    let token = match bench.whose() {
        Whose::Session => {
            // The signal says that something changed; the grant has the token.
            bench.deck().session_state();
            let grant = bench.deck().session().grant();
            grant.map(|grant| grant.tokens.access)
        }
        Whose::Pasted => bench.pasted(),
    };
    token.map(|token| el("code").text(&token.masked()))
}

fn validity(bench: Bench) -> Piece {
    let said = el("div")
        .attr("role", "status")
        .with(live(move || verdict(&bench.looked())));
    Piece::from(said).and(live(move || next(bench, &bench.looked())))
}

fn verdict(looked: &Looked) -> Piece {
    let (short, long) = words::validity(looked);
    let tone = match looked {
        Looked::Seen {
            holder: Holder::Listener(_) | Holder::NoListener,
            ..
        } => "judged good",
        Looked::Seen { .. } | Looked::Failed(_) => "judged bad",
        Looked::NotYet | Looked::Asking => "judged",
    };
    Piece::from(el("strong").class(tone).text(&short))
        .and((!long.is_empty()).then(|| el("p").class("fine").text(&long)))
}

fn next(bench: Bench, looked: &Looked) -> Option<El> {
    let ask = |label| button(label, move || bench.ask_who());
    let step = match looked {
        Looked::Asking => return None,
        Looked::NotYet => ask("Ask Spotify"),
        Looked::Seen {
            holder: Holder::NoListener | Holder::NotAccepted,
            ..
        } => button("Fill in a public endpoint below", move || {
            bench.choose_something_public();
            super::endpoints::show();
        }),
        Looked::Seen { .. } | Looked::Failed(_) => ask("Ask again"),
    };
    Some(el("p").class("small-act").with(step))
}

fn permissions(bench: Bench) -> Piece {
    match bench.whose() {
        Whose::Session => granted(bench),
        Whose::Pasted => found(bench),
    }
}

fn life(bench: Bench) -> Piece {
    if bench.whose() == Whose::Pasted {
        return Piece::from(el("span").text("Not known")).and(el("p").class("fine").text(
            "Spotify tells it only to whoever asked for the token: an hour, counted from then.",
        ));
    }
    bench.deck().session_state();
    let grant = bench.deck().session().grant();
    grant
        .map(|grant| {
            let renewed = platform::short_moment(grant.tokens.renew_at);
            let ends = platform::long_date(grant.ends_at());
            Piece::from(el("span").text(&format!("Until about {renewed}"))).and(
                el("p").class("fine").text(&format!(
                    "An hour from when it was issued; renewed by itself a minute before. The \
                     consent behind it is good until about {ends}."
                )),
            )
        })
        .into()
}
