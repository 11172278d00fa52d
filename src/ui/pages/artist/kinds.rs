use leptos::prelude::*;

use crate::{
    route::{Releases, Route},
    spotify::ArtistId,
    ui::{
        components::choice_link,
        dom::{El, el},
    },
};

/// Which of the releases are shown.
pub fn kinds(id: ArtistId, chosen: Memo<Releases>) -> El {
    let links = Releases::ALL.map(|kind| {
        choice_link(Route::Artist(id.clone(), kind))
            .class("segment")
            .live_attr("aria-current", move || {
                (chosen.get() == kind).then(|| "page".to_owned())
            })
            .text(label(kind))
    });
    el("nav")
        .class("segments")
        .attr("aria-label", "Kind of release")
        .with(links)
}

const fn label(kind: Releases) -> &'static str {
    match kind {
        Releases::Albums => "Albums",
        Releases::Singles => "Singles",
        Releases::Compilations => "Compilations",
        Releases::AppearsOn => "Appears on",
    }
}
