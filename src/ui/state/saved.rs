use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};

use super::Notices;
use crate::{
    oauth::ScopeSet,
    platform,
    ports::Millis,
    session::{Meant, Session},
    spotify::{
        Call, Client, Error, ItemKind, NextStep, SpotifyUri,
        endpoints::{LibraryUris, library},
    },
    ui::dom::{Var, follow},
};

/// What is saved or followed, as far as it is known: asked once for each thing,
/// and changed at once.
#[derive(Clone, Copy)]
pub struct Saved {
    held: StoredValue<Held, LocalStorage>,
    changes: RwSignal<u32>,
    notices: Notices,
    meant: Var<Option<Meant>>,
}

struct Held {
    session: Rc<Session>,
    client: Client,
    /// As the listener wants it, which is how it will be.
    known: Vec<(SpotifyUri, bool)>,
    /// About to be asked for, or being asked for.
    asked: Vec<SpotifyUri>,
    waits: Vec<SpotifyUri>,
    /// Being written.
    written: Vec<SpotifyUri>,
}

impl Saved {
    /// Nothing is known yet.
    pub fn of(
        session: Rc<Session>,
        client: Client,
        notices: Notices,
        meant: Var<Option<Meant>>,
    ) -> Self {
        let held = Held {
            session,
            client,
            known: Vec::new(),
            asked: Vec::new(),
            waits: Vec::new(),
            written: Vec::new(),
        };
        // It is about to be done for as long as it is said that it cannot be.
        follow(move || {
            let is_said = notices
                .shown()
                .is_some_and(|notice| notice.is_about_permission());
            if !is_said && matches!(meant.get_untracked(), Some(Meant::Save(_))) {
                meant.set(None);
            }
        });
        Self {
            held: StoredValue::new_local(held),
            changes: RwSignal::new(0),
            notices,
            meant,
        }
    }

    /// Whether it is saved or followed, if that is known; reactive.
    pub fn is_saved(self, uri: &SpotifyUri) -> Option<bool> {
        self.changes.track();
        self.held.with_value(|held| held.is_saved(uri))
    }

    /// Asks whether it is, unless that is known, or the listener has not
    /// granted asking. What is asked for at the same moment is one call.
    pub fn ask(self, uri: SpotifyUri) {
        let is_first = self.held.try_update_value(|held| {
            let is_new = held.is_saved(&uri).is_none() && !held.asked.contains(&uri);
            let may = one(&uri).is_some_and(|one| held.lacks(&library::contains(&one)).is_empty());
            if is_new && may {
                held.asked.push(uri.clone());
                held.waits.push(uri);
            }
            is_new && may && held.waits.len() == 1
        });
        if is_first == Some(true) {
            spawn_local(async move {
                platform::sleep(Millis::ZERO).await;
                self.ask_for_all().await;
            });
        }
    }

    async fn ask_for_all(self) {
        let asked = self.held.try_update_value(|held| {
            let uris = std::mem::take(&mut held.waits);
            (held.client.clone(), uris)
        });
        let Some((client, uris)) = asked else { return };
        for batch in library::batches(uris) {
            let answer = client.call(library::contains(&batch)).await;
            self.held.try_update_value(|held| {
                // Whoever needs it later may ask again.
                held.asked.retain(|uri| !batch.uris().contains(uri));
                for (uri, is_saved) in batch.uris().iter().zip(answer.unwrap_or_default()) {
                    // What the listener pressed meanwhile is newer.
                    if held.is_saved(uri).is_none() {
                        held.set(uri, Some(is_saved));
                    }
                }
            });
        }
        self.tell();
    }

    /// Saves it, or removes it if it is saved. Shown at once; a refusal is told,
    /// and undoes it.
    pub fn toggle(self, uri: SpotifyUri) {
        let before = self.held.with_value(|held| held.is_saved(&uri));
        let wanted = !before.unwrap_or(false);
        let Some(batch) = one(&uri) else { return };
        let lacking = self.held.with_value(|held| {
            let lacking = held.lacks(&library::save(&batch));
            let to_know = held.lacks(&library::contains(&batch));
            let both = lacking.iter().chain(to_know.iter()).collect();
            (!lacking.is_empty()).then_some(both)
        });
        if let Some(lacking) = lacking {
            let text = format!(
                "{} needs a permission that is not granted yet.",
                doing(&uri)
            );
            self.notices.put(text, NextStep::Grant(lacking));
            return self.meant.set(Some(Meant::Save(uri)));
        }
        let is_under_way = self.held.try_update_value(|held| {
            held.set(&uri, Some(wanted));
            let is_under_way = held.written.contains(&uri);
            if !is_under_way {
                held.written.push(uri.clone());
            }
            is_under_way
        });
        self.tell();
        if is_under_way == Some(false) {
            spawn_local(self.write(uri, batch, before));
        }
    }

    /// Writes until it is as the listener wants it by then.
    async fn write(self, uri: SpotifyUri, batch: LibraryUris, mut before: Option<bool>) {
        let Some(client) = self.held.try_with_value(|held| held.client.clone()) else {
            return;
        };
        loop {
            let wanted = self.wanted(&uri);
            let call = if wanted {
                library::save(&batch)
            } else {
                library::remove(&batch)
            };
            match client.call(call).await {
                Ok(()) if wanted == self.wanted(&uri) => {
                    self.notices.say(done(&uri, wanted));
                    break;
                }
                Ok(()) => before = Some(wanted),
                Err(error) => {
                    self.held.try_update_value(|held| held.set(&uri, before));
                    self.refuse(&uri, wanted, &error);
                    break;
                }
            }
        }
        self.held
            .try_update_value(|held| held.written.retain(|other| *other != uri));
        self.tell();
    }

    fn wanted(self, uri: &SpotifyUri) -> bool {
        let wanted = self.held.try_with_value(|held| held.is_saved(uri));
        wanted.flatten().unwrap_or(false)
    }

    fn refuse(self, uri: &SpotifyUri, wanted: bool, error: &Error) {
        // Not documented, and measured to work with some apps only (contract
        // 4.3).
        if matches!((uri.kind(), error), (ItemKind::Artist, Error::Rejected(_))) {
            let text = "Spotify does not let this app follow artists. It can be done in Spotify.";
            return self.notices.put(text.to_owned(), NextStep::Nothing);
        }
        let what = if wanted { "Not added." } else { "Not removed." };
        self.notices.refuse(what, error);
    }

    fn tell(self) {
        self.changes
            .try_update(|count| *count = count.wrapping_add(1));
    }
}

impl Held {
    fn is_saved(&self, uri: &SpotifyUri) -> Option<bool> {
        let mut known = self.known.iter();
        known.find(|(known, _)| known == uri).map(|known| known.1)
    }

    fn set(&mut self, uri: &SpotifyUri, is_saved: Option<bool>) {
        self.known.retain(|(known, _)| known != uri);
        self.known
            .extend(is_saved.map(|is_saved| (uri.clone(), is_saved)));
    }

    /// The permissions for `call` that are not granted.
    fn lacks<T>(&self, call: &Call<T>) -> ScopeSet {
        let granted = self.session.grant().map(|grant| grant.tokens.scopes);
        call.scopes().without(granted.unwrap_or_default())
    }
}

fn one(uri: &SpotifyUri) -> Option<LibraryUris> {
    LibraryUris::try_from(vec![uri.clone()]).ok()
}

const fn is_followed(kind: ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::Artist | ItemKind::Playlist | ItemKind::Show | ItemKind::User
    )
}

const fn doing(uri: &SpotifyUri) -> &'static str {
    if is_followed(uri.kind()) {
        "Following"
    } else {
        "Saving"
    }
}

/// Where things of that kind are kept, as Spotify calls it (contract 8.1).
pub const fn place_of(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Track => "Liked Songs",
        ItemKind::Episode => "Your Episodes",
        _ => "Your Library",
    }
}

fn done(uri: &SpotifyUri, is_saved: bool) -> String {
    let place = place_of(uri.kind());
    match (is_followed(uri.kind()), is_saved) {
        (true, true) => "Following".to_owned(),
        (true, false) => "No longer following".to_owned(),
        (false, true) => format!("Added to {place}"),
        (false, false) => format!("Removed from {place}"),
    }
}
