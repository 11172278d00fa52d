use super::Route;

/// A part of the workshop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WorkshopPart {
    /// A sign-in, one step at a time.
    #[default]
    Steps,
    /// The ways to be authorized, side by side.
    Ways,
    /// A token, and what it proves.
    Token,
}

impl WorkshopPart {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 3] = [Self::Steps, Self::Ways, Self::Token];
}

pub(super) fn address(part: WorkshopPart) -> &'static str {
    match part {
        WorkshopPart::Steps => "/workshop",
        WorkshopPart::Ways => "/workshop/ways",
        WorkshopPart::Token => "/workshop/token",
    }
}

/// The part at that path, if it is one.
pub(super) fn parse(path: &str) -> Option<Route> {
    WorkshopPart::ALL
        .into_iter()
        .find(|part| address(*part) == path)
        .map(Route::Workshop)
}
