//! What a first visit has to load.

use super::Figure;
use crate::release::{self, ClientId, sizes};
use crate::trouble::Outcome;

/// Builds the release bundle and weighs it.
///
/// # Errors
/// When it cannot be built.
pub fn measure() -> Outcome<Vec<Figure>> {
    let sizes = release::build(ClientId::None, &[])?;
    let mut figures: Vec<_> = sizes
        .files()
        .map(|(name, brotli)| Figure {
            what: format!("{name}, brotli"),
            measured: format!("{} B", sizes::grouped(brotli)),
            budget: String::new(),
        })
        .collect();
    figures.push(Figure {
        what: "first load, brotli".to_owned(),
        measured: format!("{} B", sizes::grouped(sizes.total())),
        budget: format!("{} B", sizes::grouped(sizes::BUDGET)),
    });
    figures.push(Figure {
        what: "the same, signed in".to_owned(),
        measured: format!("{} B", sizes::grouped(sizes.total_signed_in())),
        budget: String::new(),
    });
    Ok(figures)
}
