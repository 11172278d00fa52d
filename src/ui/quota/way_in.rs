use crate::{
    spotify::Bucket,
    ui::{
        components::{Icon, icon},
        dom::{El, derived, el},
        state::use_deck,
    },
};

/// The way into the panel that stands on every page; it says when something
/// rests.
pub fn quota_button() -> El {
    let quota = use_deck().quota;
    let rests = derived(move || {
        let meter = quota.meter();
        Bucket::ALL
            .into_iter()
            .any(|bucket| meter.limited(bucket).is_some())
    });
    let sent = move || {
        let meter = quota.meter();
        let sent = Bucket::ALL
            .into_iter()
            .map(|bucket| meter.tally(bucket).sent);
        sent.sum::<u32>().to_string()
    };
    let note = move || {
        if rests.get() {
            "resting".to_owned()
        } else {
            sent()
        }
    };
    let unit = move || if rests.get() { "" } else { " calls" };
    el("button")
        .live_attr("class", move || {
            Some(
                if rests.get() {
                    "nav-link rests"
                } else {
                    "nav-link"
                }
                .to_owned(),
            )
        })
        .attr("type", "button")
        .attr("aria-haspopup", "dialog")
        .on_click(move || quota.open())
        .with(icon(Icon::Quota))
        .text("Quota")
        .with(
            el("span").class("nav-note").live_text(note).with(
                el("span")
                    .class("unseen")
                    .live_text(move || unit().to_owned()),
            ),
        )
}
