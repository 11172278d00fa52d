use crate::ui::dom::{El, svg};

/// The line drawings of the app, on a grid of 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A triangle that points on.
    Play,
    /// A house.
    Home,
    /// A workbench below a roof.
    Workshop,
    /// A lens.
    Search,
    /// Lines of a list.
    Playlists,
    /// Two bars.
    Pause,
    /// A triangle that points at a line.
    Next,
    /// A line that a triangle points at.
    Previous,
    /// Two ways that cross.
    Shuffle,
    /// A way that leads back.
    Repeat,
    /// Lines of a list with a triangle.
    Queue,
    /// A screen.
    Device,
    /// A phone.
    Phone,
    /// A speaker.
    Speaker,
    /// A loudspeaker.
    Volume,
    /// A loudspeaker crossed out.
    Muted,
    /// A plus in a circle.
    Add,
    /// A tick in a circle.
    Added,
    /// Three dots.
    More,
    /// A pin.
    Pin,
    /// A way back around.
    Back15,
    /// A way on around.
    Forward15,
    /// A clock.
    Clock,
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
    /// An eye.
    Eye,
    /// A tick.
    Tick,
    /// An arrowhead that points on.
    Forward,
    /// An arrow that leaves its box.
    Outside,
    /// A triangle with an exclamation mark.
    Warning,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Play => "M8 5.5v13l10.5-6.5z",
            Self::Home => "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
            Self::Workshop => "M4 20V10l8-6 8 6v10M8.5 20v-7h7v7M8.5 16.5h7",
            Self::Search => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3L20.5 20.5",
            Self::Playlists => "M4 7h16M4 12h16M4 17h10",
            Self::Pause => "M8 5.5v13M16 5.5v13",
            Self::Next => "M6 5.5v13l9.5-6.5zM18.5 5.5v13",
            Self::Previous => "M18 5.5v13L8.5 12zM5.5 5.5v13",
            Self::Shuffle => {
                "M4 7h3.5l9 10H20M17.5 14.5L20 17l-2.5 2.5M4 17h3.5l2.4-2.7M13.6 9.7L16.5 7H20M17.5 4.5L20 7l-2.5 2.5"
            }
            Self::Repeat => {
                "M4 11V9a3 3 0 0 1 3-3h12M16.5 3.5L19 6l-2.5 2.5M20 13v2a3 3 0 0 1-3 3H5M7.5 15.5L5 18l2.5 2.5"
            }
            Self::Queue => "M4 6h16M4 11h10M4 16h7M15 14v7l5.5-3.5z",
            Self::Device => "M3.5 5h17v11h-17zM9 20h6M12 16v4",
            Self::Phone => "M8 3h8v18H8zM11 18h2",
            Self::Speaker => "M7 3h10v18H7zM12 11.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM12 6.7v.2",
            Self::Volume => {
                "M4 9.5v5h3.5L12 18V6L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"
            }
            Self::Muted => "M4 9.5v5h3.5L12 18V6L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5",
            Self::Add => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 8v8M8 12h8",
            Self::Added => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8 12.3l2.8 2.8L16 9.5",
            Self::More => "M5 12v.2M12 12v.2M19 12v.2",
            Self::Pin => "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
            Self::Back15 => "M5 5v5h5M5.5 10a7.5 7.5 0 1 1-1 5",
            Self::Forward15 => "M19 5v5h-5M18.5 10a7.5 7.5 0 1 0 1 5",
            Self::Clock => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
            Self::Top => "M4 20v-8h4v8zM10 20V4h4v16zM16 20v-11h4v11z",
            Self::Settings => {
                "M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM8 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z"
            }
            Self::Quota => "M4.5 18a9 9 0 1 1 15 0M12 14.5l4-5M12 14.4v.2",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Self::Eye => {
                "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.3a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4z"
            }
            Self::Tick => "M5 12.5l4.5 4.5L19 7",
            Self::Forward => "M9.5 6l6 6-6 6",
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
