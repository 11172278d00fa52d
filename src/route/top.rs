use super::{
    Route,
    query::{value_of, with},
};

/// How far back the top lists look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TopRange {
    /// About four weeks.
    #[default]
    FourWeeks,
    /// About six months.
    SixMonths,
    /// About a year.
    OneYear,
}

impl TopRange {
    /// All of them, shortest first.
    pub const ALL: [Self; 3] = [Self::FourWeeks, Self::SixMonths, Self::OneYear];

    /// The value of `range` in the address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FourWeeks => "4-weeks",
            Self::SixMonths => "6-months",
            Self::OneYear => "1-year",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|range| range.as_str() == text)
    }
}

/// Which part of the top lists is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TopView {
    /// A shelf of artists above the tracks.
    #[default]
    Overview,
    /// Every artist.
    Artists,
}

pub(super) fn address(range: TopRange, view: TopView) -> String {
    let range = (range != TopRange::default()).then(|| range.as_str());
    let view = (view == TopView::Artists).then_some("artists");
    with(with("/top".to_owned(), "range", range), "show", view)
}

/// What is not known falls back to the default.
pub(super) fn parse(query: &str) -> Route {
    Route::Top {
        range: value_of(query, "range")
            .and_then(TopRange::parse)
            .unwrap_or_default(),
        view: match value_of(query, "show") {
            Some("artists") => TopView::Artists,
            _ => TopView::Overview,
        },
    }
}
