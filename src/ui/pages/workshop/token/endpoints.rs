use super::{bench::Bench, form::form, text_field};
use crate::{
    platform,
    spotify::{Bucket, Endpoint, endpoints::ALL},
    ui::{
        dom::{El, Var, el, live},
        words::bucket_name,
    },
};

/// The id of its heading.
const HEADING: &str = "try-endpoint";

/// Every read of the Web API, and a form for the one that is chosen.
pub fn endpoints(bench: Bench) -> El {
    let heading = el("h2")
        .attr("id", HEADING)
        .attr("tabindex", "-1")
        .text("Try an endpoint");
    el("section")
        .class("workshop-part")
        .attr("aria-labelledby", HEADING)
        .with(heading)
        .with(
            el("div")
                .class("tryout")
                .with(choices(bench))
                .with(live(move || form(bench, bench.chosen()))),
        )
}

/// Leads to it.
pub fn show() {
    crate::ui::dom::lead_to(HEADING);
}

fn choices(bench: Bench) -> El {
    let filter = Var::new(String::new());
    let field = text_field("endpoint-filter", filter).attr("placeholder", "Filter, such as player");
    let label = el("label")
        .class("unseen")
        .attr("for", "endpoint-filter")
        .text("Filter the endpoints");
    let groups = live(move || {
        let sought = platform::small_letters(filter.get().trim());
        let groups: Vec<El> = Bucket::ALL
            .into_iter()
            .filter_map(|bucket| group(bench, bucket, &sought))
            .collect();
        if groups.is_empty() {
            vec![
                el("p")
                    .class("fine")
                    .text("No endpoint has that in its path."),
            ]
        } else {
            groups
        }
    });
    el("div")
        .class("endpoints")
        .with(label)
        .with(field)
        .with(el("div").class("endpoints-list").with(groups))
}

fn group(bench: Bench, bucket: Bucket, sought: &str) -> Option<El> {
    let name = bucket_name(bucket);
    let is_of_name = platform::small_letters(name).contains(sought);
    let endpoints: Vec<El> = ALL
        .iter()
        .copied()
        .filter(|endpoint| endpoint.is_read() && endpoint.bucket == bucket)
        .filter(|endpoint| is_of_name || endpoint.path.contains(sought))
        .map(|endpoint| el("li").with(choice(bench, endpoint)))
        .collect();
    (!endpoints.is_empty()).then(|| {
        el("div")
            .with(el("h3").text(name))
            .with(el("ul").attr("role", "list").with(endpoints))
    })
}

fn choice(bench: Bench, endpoint: &'static Endpoint) -> El {
    el("button")
        .attr("type", "button")
        .class("endpoint")
        .live_attr("aria-pressed", move || {
            Some(std::ptr::eq(bench.chosen().endpoint, endpoint).to_string())
        })
        .on_click(move || bench.choose(endpoint))
        .text(short(endpoint.path))
}

/// Without the version that all of them have.
pub fn short(path: &str) -> &str {
    path.strip_prefix("/v1").unwrap_or(path)
}
