use leptos::{prelude::*, task::spawn_local};

use crate::{
    platform,
    ports::Millis,
    spotify::{Error, NextStep},
    ui::words::Explanation,
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
}

/// Short confirmations, one at a time: what was pressed was done.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Option<Notice>>,
    said: StoredValue<u32>,
}

impl Notices {
    /// None yet.
    pub fn none() -> Self {
        Self {
            shown: RwSignal::new(None),
            said: StoredValue::new(0),
        }
    }

    /// What stands there; reactive.
    pub fn shown(self) -> Option<Notice> {
        self.shown.get()
    }

    /// Says this for a few seconds.
    pub fn say(self, text: impl Into<String>) {
        self.put(text.into(), NextStep::Nothing);
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
        self.said.update_value(|said| *said = said.wrapping_add(1));
        self.shown.set(Some(Notice { text, next }));
    }

    /// Says why something was not done.
    pub fn refuse(self, what: &str, error: &Error) {
        let Explanation { title, body, next } = Explanation::of_call(error);
        self.put(format!("{what} {title}. {body}"), next);
    }

    /// Takes away what stands there.
    pub fn dismiss(self) {
        self.shown.try_set(None);
    }
}
