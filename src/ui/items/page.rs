use std::sync::Arc;

use super::head_waiting;
use crate::{
    spotify::{Call, Error, Tells},
    ui::{
        components::page_trouble,
        dom::{Piece, live, pieces},
        state::{Load, use_call},
    },
};

/// The page of one thing: what it shows while it is read, once it is there, and
/// when it could not be read. `missing` are words for what Spotify does not
/// have, where there is more to say than that.
pub fn thing_page<T: Tells + Send + Sync + 'static>(
    kind: &'static str,
    call: impl Fn() -> Call<T> + 'static,
    missing: Option<(&'static str, &'static str)>,
    list_waiting: fn() -> Piece,
    ready: impl Fn(&Arc<T>) -> Piece + 'static,
) -> Piece {
    let reading = use_call(call);
    live(move || match reading.state() {
        Load::Waiting => pieces([head_waiting(kind).into(), list_waiting()]),
        Load::Ready(thing) => ready(&thing),
        Load::Failed(error) => {
            let missing = missing.filter(|_| error == Error::NotFound);
            let missing = missing.map(|(title, body)| (title, body, Piece::NONE));
            page_trouble(kind, &error, missing, move || reading.retry())
        }
    })
}
