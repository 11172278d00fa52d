use super::{bench::Bench, client_id_field};
use crate::{
    oauth::ClientId,
    ui::dom::{El, follow},
};

/// Which app is to ask. It is not remembered: this is practice.
pub fn client_id(bench: Bench) -> El {
    let text = bench.written().client_id;
    follow(move || {
        let parsed = ClientId::parse(&text.get()).ok();
        let is_new = bench
            .practice
            .with_untracked(|practice| practice.draft.client_id != parsed);
        if is_new {
            bench.change(|practice| practice.draft.client_id = parsed);
        }
    });
    client_id_field(
        "practice-client-id",
        text,
        "Looks right. Only for this run.",
    )
}
