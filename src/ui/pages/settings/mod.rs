//! The session, and what is kept on this device.

mod connection;
mod leaving;

use connection::Connection;
use leaving::Leaving;
use leptos::prelude::*;

use crate::ui::components::PageHeading;

/// The Settings page.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <PageHeading eyebrow="This device" title="Settings" />
        <div class="settings">
            <Connection />
            <Leaving />
        </div>
    }
}
