use leptos::web_sys::HtmlInputElement;

use super::{Typing, kinds::name_of};
use crate::{
    spotify::{Filter, Typed},
    ui::dom::{El, derived, el, live},
};

/// The filters, each with what it does. Where one kind of results is shown, only
/// those that narrow that kind down (contract 4.1).
pub fn filters(typing: Typing, input: &El) -> El {
    let only = derived(move || typing.search().only);
    let input = input.clone();
    let list = live(move || {
        let only = only.get();
        let fitting = Filter::ALL
            .into_iter()
            .filter(|filter| only.is_none_or(|kind| filter.kinds().contains(&kind)));
        let chips: Vec<_> = fitting.map(|filter| chip(filter, typing, &input)).collect();
        if chips.is_empty() {
            let kinds = only.map(name_of).unwrap_or_default().to_ascii_lowercase();
            el("p")
                .class("fine")
                .text(&format!("Spotify has no filters for {kinds}."))
        } else {
            el("ul").class("filters").attr("role", "list").with(chips)
        }
    });
    el("details")
        .class("narrow")
        .with(el("summary").text("Narrow it down"))
        .with(list)
}

fn chip(filter: Filter, typing: Typing, input: &El) -> El {
    let (description, field) = (format!("filter-{}", filter as usize), input.clone());
    let button = el("button")
        .attr("type", "button")
        .class("filter-chip")
        .attr("aria-describedby", &description)
        .on_click(move || put(filter, typing, &field))
        .text(filter.as_str());
    let button = if filter.is_switch() {
        button.live_attr("aria-pressed", move || {
            Some(typing.text.with(|text| filter.is_in(text)).to_string())
        })
    } else {
        button
    };
    let kinds: Vec<String> = filter
        .kinds()
        .iter()
        .map(|kind| name_of(*kind).to_ascii_lowercase())
        .collect();
    let words = el("span")
        .attr("id", &description)
        .class("filter-words")
        .text(explanation(filter))
        .with(el("span").class("filter-kinds").text(&kinds.join(", ")));
    el("li").with(button).with(words)
}

/// Writes the filter into the field, where the caret is.
fn put(filter: Filter, typing: Typing, field: &El) {
    let Some(input) = field.of::<HtmlInputElement>() else {
        return;
    };
    let end = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or(u32::MAX);
    let now = filter.put_into(&Typed {
        text: input.value(),
        from: end(input.selection_start()),
        to: end(input.selection_end()),
    });
    input.set_value(&now.text);
    typing.typed(now.text);
    field.focus();
    // A field that takes text has a selection.
    let _ = input.set_selection_range(now.from, now.to);
}

const fn explanation(filter: Filter) -> &'static str {
    match filter {
        Filter::Artist => "By this artist.",
        Filter::Album => "On an album of this name.",
        Filter::Track => "A track of this name.",
        Filter::Year => "From a year, 1999, or from several, 1999-2004.",
        Filter::Genre => "In this genre, as far as Spotify knows it.",
        Filter::Isrc => "The code of one recording.",
        Filter::Upc => "The barcode of one release.",
        Filter::New => "Out in the last two weeks.",
        Filter::Hipster => "Among the tenth that is heard least.",
    }
}
