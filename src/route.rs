//! The addresses of the app. Every link, every step of the history and every
//! "return to" goes through [`Route`], so that no text from outside can ever
//! lead off this site (security 22, 23).

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

/// A page of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// The base address, which is also the redirect URI.
    #[default]
    Home,
    /// The listener's top tracks and artists.
    Top {
        /// How far back.
        range: TopRange,
        /// Which part.
        view: TopView,
    },
    /// The session, and what is kept on this device.
    Settings,
}

/// Longer addresses than this are not ours.
const LONGEST_ADDRESS: usize = 2048;

impl Route {
    const TOP: &'static str = "/top";
    const SETTINGS: &'static str = "/settings";

    /// The top page as it first opens.
    pub const fn top() -> Self {
        Self::Top {
            range: TopRange::FourWeeks,
            view: TopView::Overview,
        }
    }

    /// Whether both are the same page, whatever is chosen on it.
    pub const fn is_same_page(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Home, Self::Home)
                | (Self::Top { .. }, Self::Top { .. })
                | (Self::Settings, Self::Settings)
        )
    }

    /// The address within the app: a path from its base, with its query.
    /// Defaults are left out, so each page has one address.
    pub fn address(self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Top { range, view } => top_address(range, view),
            Self::Settings => Self::SETTINGS.to_owned(),
        }
    }

    /// Reads an address within the app. Anything but a page of ours, in the
    /// form [`Route::address`] writes, is `None`: other origins, other schemes,
    /// back slashes, control characters, encodings, overlong text.
    pub fn parse(address: &str) -> Option<Self> {
        if address.len() > LONGEST_ADDRESS {
            return None;
        }
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        match path {
            "/" | "/index.html" => Some(Self::Home),
            Self::TOP => Some(Self::Top {
                range: value_of(query, "range")
                    .and_then(TopRange::parse)
                    .unwrap_or_default(),
                view: match value_of(query, "show") {
                    Some("artists") => TopView::Artists,
                    _ => TopView::Overview,
                },
            }),
            Self::SETTINGS => Some(Self::Settings),
            _ => None,
        }
    }

    /// Reads where to return to after signing in; home if it is not a page of
    /// ours.
    pub fn parse_or_home(address: &str) -> Self {
        Self::parse(address).unwrap_or_default()
    }
}

fn top_address(range: TopRange, view: TopView) -> String {
    let mut address = Route::TOP.to_owned();
    let mut separator = '?';
    if range != TopRange::default() {
        address.push(separator);
        address.push_str("range=");
        address.push_str(range.as_str());
        separator = '&';
    }
    if view == TopView::Artists {
        address.push(separator);
        address.push_str("show=artists");
    }
    address
}

fn value_of<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_is_found_again_under_its_address() {
        let mut routes = vec![Route::Home, Route::Settings];
        for range in TopRange::ALL {
            for view in [TopView::Overview, TopView::Artists] {
                routes.push(Route::Top { range, view });
            }
        }
        for route in routes {
            assert_eq!(Route::parse(&route.address()), Some(route));
        }
    }

    #[test]
    fn nothing_leads_off_this_site() {
        let overlong = format!("/top?{}", "x".repeat(LONGEST_ADDRESS));
        for hostile in [
            "//evil.example/x",
            "/\\evil.example",
            "\\\\evil.example",
            "https:evil.example",
            "https://evil.example/top",
            "javascript:alert(1)",
            "%2f%2fevil.example",
            "/@evil.example",
            "/top/../..//evil.example",
            "/to\tp",
            "/to\np",
            "\n/top",
            " /top",
            "",
            &overlong,
        ] {
            assert_eq!(Route::parse(hostile), None, "{hostile:?}");
            assert_eq!(Route::parse_or_home(hostile), Route::Home);
        }
    }

    #[test]
    fn an_unknown_choice_in_the_address_falls_back_to_the_default() {
        assert_eq!(Route::parse("/top?range=9-years&x=1"), Some(Route::top()));
    }
}
