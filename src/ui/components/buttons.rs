use super::{Icon, icon};
use crate::ui::dom::{El, el};

fn plain(class: &str, label: &str, act: impl Fn() + 'static) -> El {
    el("button")
        .attr("type", "button")
        .class(class)
        .on_click(act)
        .text(label)
}

/// A button.
pub fn button(label: &str, act: impl Fn() + 'static) -> El {
    plain("button", label, act)
}

/// The button for what is most likely wanted.
pub fn primary_button(label: &str, act: impl Fn() + 'static) -> El {
    plain("button primary", label, act)
}

/// A button for what is seldom wanted.
pub fn quiet_button(label: &str, act: impl Fn() + 'static) -> El {
    plain("button quiet", label, act)
}

/// A button that is a drawing; `label` is what it is called.
pub fn icon_button(drawing: Icon, label: &str, act: impl Fn() + 'static) -> El {
    plain("icon-button", "", act)
        .attr("aria-label", label)
        .attr("title", label)
        .with(icon(drawing))
}
