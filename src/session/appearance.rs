use super::Device;

/// The colours of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How much room rows take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// Covers and space.
    #[default]
    Comfortable,
    /// More rows on the screen.
    Compact,
}

/// Read by `style/theme.js` too, before anything is painted.
pub(super) const THEME: &str = "theme";
pub(super) const DENSITY: &str = "density";

impl Theme {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value that is kept.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that value.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == text)
    }
}

impl Density {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    /// The value that is kept.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }

    /// The density of that value.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.as_str() == text)
    }
}

/// How the app looks on this device. What is usual is not kept.
impl Device {
    /// The theme that was chosen.
    pub fn theme(&self) -> Theme {
        let text = self.read(THEME).unwrap_or_default();
        Theme::parse(&text).unwrap_or_default()
    }

    /// Remembers it.
    pub fn choose_theme(&self, theme: Theme) {
        self.keep_choice(THEME, theme.as_str(), theme == Theme::default());
    }

    /// The density that was chosen.
    pub fn density(&self) -> Density {
        let text = self.read(DENSITY).unwrap_or_default();
        Density::parse(&text).unwrap_or_default()
    }

    /// Remembers it.
    pub fn choose_density(&self, density: Density) {
        self.keep_choice(DENSITY, density.as_str(), density == Density::default());
    }

    fn keep_choice(&self, name: &str, value: &str, is_usual: bool) {
        if is_usual {
            self.drop(name);
        } else {
            self.write(name, value);
        }
    }
}
