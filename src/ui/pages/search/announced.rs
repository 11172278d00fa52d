use super::{found::extent_of, kinds::one_of};
use crate::{route::ResultKind, spotify::model::SearchResults, ui::items::counted};

/// What is said aloud once an answer is there.
pub fn announced(results: &SearchResults, only: Option<ResultKind>) -> String {
    let kinds = ResultKind::ALL.into_iter();
    let counts: Vec<String> = kinds
        .filter(|kind| only.is_none_or(|only| only == *kind))
        .filter_map(|kind| {
            let extent = extent_of(results, kind);
            let shown = u32::try_from(extent.shown).unwrap_or(u32::MAX);
            let count = extent.total.unwrap_or(shown).max(shown);
            (extent.shown > 0).then(|| counted(count, one_of(kind)))
        })
        .collect();
    if counts.is_empty() {
        "Nothing found.".to_owned()
    } else {
        format!("Found {}.", counts.join(", "))
    }
}
