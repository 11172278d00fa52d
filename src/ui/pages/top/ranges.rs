use leptos::prelude::*;

use crate::{
    route::{Route, TopRange, TopView},
    ui::components::Link,
};

/// Over how long to look.
#[component]
pub fn Ranges(choice: Memo<(TopRange, TopView)>) -> impl IntoView {
    let link = move |range: TopRange| {
        let to = Signal::derive(move || {
            let view = choice.get().1;
            Route::Top { range, view }
        });
        let current = Signal::derive(move || choice.get().0 == range);
        view! {
            <Link to current class="segment" keeps_place=true>
                {label(range)}
            </Link>
        }
    };
    view! {
        <nav class="segments" aria-label="Over how long">
            {TopRange::ALL.map(link).into_iter().collect_view()}
        </nav>
    }
}

const fn label(range: TopRange) -> &'static str {
    match range {
        TopRange::FourWeeks => "4 weeks",
        TopRange::SixMonths => "6 months",
        TopRange::OneYear => "A year",
    }
}
