use leptos::prelude::*;
use leptos_router::components::A;

use crate::route::{Route, TopRange, TopView};

/// Over how long to look.
#[component]
pub fn Ranges(choice: Memo<(TopRange, TopView)>) -> impl IntoView {
    let link = move |range: TopRange| {
        let address = move || {
            let view = choice.get().1;
            Route::Top { range, view }.address()
        };
        let current = move || (choice.get().0 == range).then_some("true");
        view! {
            <A href=address attr:class="segment" attr:aria-current=current scroll=false>
                {label(range)}
            </A>
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
