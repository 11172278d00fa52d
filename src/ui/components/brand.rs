use crate::ui::dom::{El, el, svg};

/// The crate and the name.
pub fn brand() -> El {
    let mark = svg("svg")
        .attr("viewBox", "0 0 32 32")
        .attr("width", "30")
        .attr("height", "30")
        .attr("aria-hidden", "true")
        .with(svg("path").class("mark-sleeve").attr("d", "M12 4h6v10h-6z"))
        .with(
            svg("path")
                .class("mark-line")
                .attr("d", "M7 14V8h5v6M18 14V6h6v8M3 13h26l-3 15H6z"),
        );
    el("p").class("brand").with(mark).text("Cratedigger")
}
