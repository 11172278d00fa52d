use crate::{
    platform,
    session::{Density, Device, Theme},
    ui::dom::{Var, follow},
};

/// How the app looks on this device.
#[derive(Clone, Copy)]
pub struct Appearance(Var<(Theme, Density)>);

impl Appearance {
    /// As `device` remembers it.
    pub fn of(device: &Device) -> Self {
        let chosen = Var::new((device.theme(), device.density()));
        follow(move || {
            let (theme, density) = chosen.get();
            platform::dress(theme, density);
        });
        Self(chosen)
    }

    /// The theme; reactive.
    pub fn theme(self) -> Theme {
        self.0.with(|chosen| chosen.0)
    }

    /// The density; reactive.
    pub fn density(self) -> Density {
        self.0.with(|chosen| chosen.1)
    }

    /// Looks at what is remembered: it may have been changed, here or in
    /// another tab.
    pub fn look(self, device: &Device) {
        self.0.set_if_new((device.theme(), device.density()));
    }
}
