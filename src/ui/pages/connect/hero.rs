use leptos::prelude::*;

use crate::{
    platform,
    ui::components::{Brand, Icon, IconView},
};

/// What this is, beside the form.
#[component]
pub fn Hero() -> impl IntoView {
    let sleeves = format!("{}sleeves.svg", platform::base_path());
    view! {
        <header class="hero">
            <Brand />
            <h1>"Your records, " <br /> "back in your hands."</h1>
            <p class="hero-lead">
                "A client for Spotify that is only a page: nothing between this browser and Spotify, no
                account with us, no secret, nothing collected."
            </p>
            <ul class="ticks" role="list">
                <li>
                    <IconView icon=Icon::Tick />
                    "Your top music over a month, half a year, a year"
                </li>
                <li>
                    <IconView icon=Icon::Tick />
                    "Every failure explained, with the next step"
                </li>
                <li>
                    <IconView icon=Icon::Tick />
                    "The fewest permissions, and only when needed"
                </li>
            </ul>
            <img class="sleeves" src=sleeves alt="" width="642" height="150" />
        </header>
    }
}
