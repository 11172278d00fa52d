use leptos::prelude::*;

use crate::ui::state::use_deck;

/// The height of the picture, in its own units; a minute is 4 wide.
const HEIGHT: u32 = 40;

/// A minute with fewer calls than this does not reach the top.
const FULL: u32 = 8;

/// A bar for each minute of the last hour.
#[component]
pub fn Picture() -> impl IntoView {
    let quota = use_deck().quota;
    let minutes = Memo::new(move |_| quota.meter().by_minute());
    let busiest = move || minutes.get().into_iter().max().unwrap_or(0);
    let bars = move || {
        let most = busiest().max(FULL);
        let bars = minutes.get().into_iter().zip(0_u32..);
        bars.map(|(count, place)| {
            // What was asked at all is seen.
            let height = (count * HEIGHT / most).max(u32::from(count > 0) * 3).max(1);
            let class = if count > 0 { "asked" } else { "idle" };
            view! { <rect class=class x=place * 4 y=HEIGHT - height width="3" height=height rx="1" /> }
        })
        .collect::<Vec<_>>()
    };
    let words = move || {
        let all: u32 = minutes.get().into_iter().sum();
        format!("{all} in the last hour, at most {} in a minute", busiest())
    };
    view! {
        <figure class="quota-picture">
            <svg viewBox="0 0 239 40" preserveAspectRatio="none" aria-hidden="true">
                {bars}
            </svg>
            <p class="quota-axis" aria-hidden="true">
                <span>"an hour ago"</span>
                <span>"now"</span>
            </p>
            <figcaption>{words}</figcaption>
        </figure>
    }
}
