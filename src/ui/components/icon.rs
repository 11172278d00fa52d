use crate::ui::dom::{El, svg};

/// The line drawings of the app, on a grid of 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A triangle that points on.
    Play,
    /// A bar chart.
    Top,
    /// A dial.
    Quota,
    /// A cross.
    Close,
    /// Sliders.
    Settings,
    /// Two sheets.
    Copy,
    /// A tick.
    Tick,
    /// An arrow that leaves its box.
    Outside,
    /// A triangle with an exclamation mark.
    Warning,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Play => "M8 5.5v13l10.5-6.5z",
            Self::Top => "M4 20v-8h4v8zM10 20V4h4v16zM16 20v-11h4v11z",
            Self::Settings => {
                "M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM8 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z"
            }
            Self::Quota => "M4.5 18a9 9 0 1 1 15 0M12 14.5l4-5M12 14.4v.2",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Self::Tick => "M5 12.5l4.5 4.5L19 7",
            Self::Outside => "M13 5h6v6M19 5l-8 8M17 14v5H5V7h5",
            Self::Warning => "M12 4L2.5 20h19zM12 10v5M12 17.5v.2",
        }
    }
}

/// Draws `icon`; decoration only, what it means stands beside it in words.
pub fn icon(icon: Icon) -> El {
    svg("svg")
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .with(svg("path").attr("d", icon.path()))
}
