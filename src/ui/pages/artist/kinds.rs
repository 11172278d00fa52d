use crate::{
    route::{Releases, Route},
    spotify::ArtistId,
    ui::{
        components::choice_link,
        dom::{El, Var, el},
    },
};

/// Which of the releases are shown.
pub fn kinds(id: &ArtistId, chosen: Var<Releases>) -> El {
    let links = Releases::ALL.map(|kind| {
        let to = Route::Artist(id.clone(), kind);
        choice_link(move || to.clone(), move || chosen.get() == kind)
            .class("segment")
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
