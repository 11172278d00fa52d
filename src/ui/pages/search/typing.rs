use futures::future::{AbortHandle, abortable};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    platform,
    ports::Millis,
    route::{Route, Search},
    spotify::Pasted,
    ui::{
        dom::{Var, follow},
        state::{Deck, use_deck},
    },
};

/// How long nothing must be typed before Spotify is asked.
const PAUSE: Millis = Millis(350);

/// Fewer letters are looked for only when that is asked for with Enter.
const FEWEST: usize = 2;

/// What is being typed, and how it gets into the address: the address alone
/// says what is searched for.
#[derive(Clone, Copy)]
pub struct Typing {
    /// What stands in the field.
    pub text: Var<String>,
    /// What is to be said of it.
    pub note: Var<String>,
    /// Counts what was remembered and forgotten.
    pub memories: Var<()>,
    deck: Deck,
    /// What was searched for last.
    search: Var<Search>,
    /// The address that was put there while something was typed: what is typed
    /// next takes its place in the history. Whatever was meant keeps its own.
    draft: Var<Option<Search>>,
    waiting: StoredValue<Option<AbortHandle>, LocalStorage>,
}

impl Typing {
    /// Goes on with what stands in the address, or with what was typed into a
    /// field that leads here.
    pub fn begin() -> Self {
        let deck = use_deck();
        let place = deck.place;
        let search = Var::new(Search::default());
        follow(move || {
            // On the way to another page nothing is to change here.
            if let Some(Route::Search(now)) = place.route() {
                search.set_if_new(now);
            }
        });
        let first = search.get_untracked();
        let typed = deck.typed.get_untracked();
        deck.typed.set(String::new());
        let is_new = first.text().is_empty();
        let text = if is_new {
            typed
        } else {
            first.text().to_owned()
        };
        let typing = Self {
            text: Var::new(text),
            note: Var::new(String::new()),
            memories: Var::new(()),
            deck,
            search,
            draft: Var::new(is_new.then_some(first)),
            waiting: StoredValue::new_local(None),
        };
        on_cleanup(move || typing.stop());
        follow(move || typing.adopt(&search.get()));
        if is_new {
            typing.settle_soon();
        }
        typing
    }

    /// What is searched for; reactive.
    pub fn search(self) -> Search {
        self.search.get()
    }

    /// What would be searched for now, with what is typed; reactive.
    pub fn about_to(self) -> Search {
        Search::for_text(&self.text.get(), self.search.get().only)
    }

    /// Takes over what came into the address by another way, such as Back.
    fn adopt(self, search: &Search) {
        let typed = self.text.get_untracked();
        if Search::for_text(&typed, None).text() != search.text() && self.is_elsewhere(search) {
            self.stop();
            self.note.set(String::new());
            self.text.set(search.text().to_owned());
        }
    }

    fn is_elsewhere(self, search: &Search) -> bool {
        self.draft
            .with_untracked(|draft| draft.as_ref() != Some(search))
    }

    /// Something was typed.
    pub fn typed(self, text: String) {
        self.note.set(String::new());
        self.text.set(text);
        self.settle_soon();
    }

    /// Looks for what is typed once it is not typed on.
    fn settle_soon(self) {
        self.stop();
        let (waiting, handle) = abortable(platform::sleep(PAUSE));
        self.waiting.set_value(Some(handle));
        spawn_local(async move {
            // Whoever aborted it knows.
            if waiting.await.is_ok() {
                self.settle();
            }
        });
    }

    fn stop(self) {
        if let Some(handle) = self.waiting.try_update_value(Option::take).flatten() {
            handle.abort();
        }
    }

    fn settle(self) {
        let text = self.text.get_untracked();
        // A link is followed when it was pasted, or with Enter.
        if Pasted::read(&text).is_some() {
            return;
        }
        let search = Search::for_text(&text, self.search.get_untracked().only);
        let length = search.text().chars().count();
        if length == 0 || FEWEST <= length {
            self.go(&search);
        }
    }

    /// Puts it into the address: in place of what was only on the way to it.
    fn go(self, search: &Search) {
        let here = self.search.get_untracked();
        if here == *search {
            return;
        }
        let is_draft = !self.is_elsewhere(&here);
        self.draft.set(Some(search.clone()));
        let route = Route::Search(search.clone());
        if is_draft {
            self.deck.place.replace(&route);
        } else {
            self.deck.place.go(&route);
        }
    }

    /// Looks for what is typed now, and keeps it.
    pub fn enter(self) {
        if self.follow_link() {
            return;
        }
        self.stop();
        let search = untrack(|| self.about_to());
        if search.text().is_empty() {
            return;
        }
        self.go(&search);
        self.keep(&search);
    }

    /// What is searched for was meant: something of it was opened or played.
    pub fn was_meant(self) {
        self.keep(&self.search.get_untracked());
    }

    /// What was meant keeps its place in the history, and is remembered.
    fn keep(self, search: &Search) {
        self.draft.set(None);
        let device = self.deck.session().device().clone();
        device.remember_search(&search.showing(None));
        self.remembered();
    }

    /// What is remembered has changed.
    pub fn remembered(self) {
        self.memories.set(());
    }

    /// Goes where a link in the field leads, or says why that cannot be; whether
    /// there is one.
    pub fn follow_link(self) -> bool {
        let Some(pasted) = Pasted::read(&self.text.get_untracked()) else {
            return false;
        };
        self.stop();
        match pasted {
            Pasted::Page(route) => {
                self.deck.place.go(&route);
                platform::scroll_to_top();
            }
            pasted => self.note.set(about(&pasted).to_owned()),
        }
        true
    }
}

const fn about(pasted: &Pasted) -> &'static str {
    match pasted {
        Pasted::Short => {
            "This is a short link, and only Spotify knows where it leads. Open it in another tab, \
             and paste the address that it becomes."
        }
        Pasted::NoPage => {
            "This link is not whole, or leads to something at Spotify that has no page here."
        }
        Pasted::Foreign | Pasted::Page(_) => "This link does not lead to Spotify.",
    }
}
