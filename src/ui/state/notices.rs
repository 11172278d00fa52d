use leptos::{prelude::*, task::spawn_local};

use crate::{
    platform,
    ports::Millis,
    route::Route,
    spotify::{Error, NextStep},
    ui::{dom::Var, words::Explanation},
};

/// How long a short confirmation stands there.
const STAYS: Millis = Millis::from_secs(6);

/// Something that was done, or was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// What can be done about it.
    pub next: NextStep,
    /// Where it can be looked at.
    pub page: Option<Route>,
}

impl Notice {
    /// Whether it says that a permission is missing.
    pub const fn is_about_permission(&self) -> bool {
        matches!(self.next, NextStep::Grant(_))
    }
}

/// Short confirmations, one at a time: what was pressed was done.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: Var<Option<Notice>>,
    said: StoredValue<u32>,
}

impl Notices {
    /// None yet.
    pub fn none() -> Self {
        Self {
            shown: Var::new(None),
            said: StoredValue::new(0),
        }
    }

    /// What stands there; reactive.
    pub fn shown(self) -> Option<Notice> {
        self.shown.get()
    }

    /// Says this for a few seconds.
    pub fn say(self, text: impl Into<String>) {
        self.say_for_now(text.into(), None);
    }

    /// The same, with the way to the page where it can be seen.
    pub fn say_of(self, text: String, page: Route) {
        self.say_for_now(text, Some(page));
    }

    fn say_for_now(self, text: String, page: Option<Route>) {
        self.put_of(text, NextStep::Nothing, page);
        let own = self.said.get_value();
        spawn_local(async move {
            platform::sleep(STAYS).await;
            if self.said.try_get_value() == Some(own) {
                self.dismiss();
            }
        });
    }

    /// Says this until it is dismissed, with what can be done about it.
    pub fn put(self, text: String, next: NextStep) {
        self.put_of(text, next, None);
    }

    /// The same, with the way to the page where it can be looked at.
    pub fn put_of(self, text: String, next: NextStep, page: Option<Route>) {
        self.said.update_value(|said| *said = said.wrapping_add(1));
        self.shown.set(Some(Notice { text, next, page }));
    }

    /// Says why something was not done.
    pub fn refuse(self, what: &str, error: &Error) {
        let Explanation { title, body, next } = Explanation::of_call(error);
        self.put(format!("{what} {title}. {body}"), next);
    }

    /// Takes away what stands there.
    pub fn dismiss(self) {
        self.shown.set(None);
    }
}
