use super::panel;
use crate::{
    platform,
    session::{Forget, Keeper, Kept},
    ui::{
        components::quiet_button,
        dom::{El, Piece, Var, el, live},
        state::{Deck, use_deck},
    },
};

/// What is kept in this browser, with the size of each and a button that deletes
/// it.
pub fn kept(changes: Var<u32>) -> El {
    let deck = use_deck();
    let deleted = Var::new(String::new());
    let panel = panel("kept", "What is kept");
    let heading = panel.element().first_element_child().map(El::from);
    let delete = move |what: Deletable| {
        what.delete(deck);
        deleted.set(format!("{}: deleted.", what.name()));
        changes.set(changes.get_untracked() + 1);
        // The button is gone.
        if let Some(heading) = &heading {
            heading.focus();
        }
    };
    let list = live(move || {
        changes.track();
        deck.session_state();
        deck.notices.shown();
        list(deck, delete.clone())
    });
    panel
        .with(el("p").text(
            "All of it, by what it is for. What the tab keeps is gone when it is closed; the rest \
             stays until you delete it.",
        ))
        .with(list)
        .with(
            el("p")
                .class("fine")
                .attr("role", "status")
                .live_text(move || deleted.get()),
        )
}

/// Something that can be deleted by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deletable {
    Stored(Kept),
    /// What Spotify answered, in memory.
    Answers,
}

fn list(deck: Deck, delete: impl Fn(Deletable) + Clone + 'static) -> Piece {
    let stored = deck.session().kept();
    let stored = stored
        .into_iter()
        .map(|(kept, size)| (Deletable::Stored(kept), size));
    let answers = deck.client().remembered_bytes();
    let answers = (answers > 0).then_some((Deletable::Answers, answers));
    let rows = stored.chain(answers).map(|(what, size)| {
        let delete = delete.clone();
        let spoken = format!("Delete: {}", what.name());
        let words = el("span")
            .with(el("strong").text(what.name()))
            .with(el("span").class("fine").text(what.purpose()));
        let where_ = el("span")
            .class("fine")
            .text(&bytes(size))
            .text(", ")
            .text(what.keeper());
        el("li")
            .with(words)
            .with(where_)
            .with(quiet_button("Delete", move || delete(what)).attr("aria-label", &spoken))
    });
    el("ul")
        .class("kept")
        .attr("role", "list")
        .with(rows.collect::<Vec<_>>())
        .into()
}

/// A size, in the unit that fits.
fn bytes(size: usize) -> String {
    let number = |size| platform::number(u32::try_from(size).unwrap_or(u32::MAX));
    if size < 1000 {
        format!("{} bytes", number(size))
    } else {
        format!("{} kB", number(size.div_ceil(1000)))
    }
}

impl Deletable {
    const fn name(self) -> &'static str {
        match self {
            Self::Answers => "What Spotify answered",
            Self::Stored(Kept::Session) => "The session",
            Self::Stored(Kept::SignIns) => "This tab’s mark",
            Self::Stored(Kept::PlayerWindow) => "The player window",
            Self::Stored(Kept::Quota) => "Calls made",
            Self::Stored(Kept::ClientId) => "Client ID",
            Self::Stored(Kept::Appearance) => "Appearance",
            Self::Stored(Kept::Pins) => "Pinned playlists",
            Self::Stored(Kept::Searches) => "Recent searches",
            Self::Stored(Kept::PlayerDevice) => "The device that played last",
            Self::Stored(Kept::Other) => "Something older",
        }
    }

    const fn purpose(self) -> &'static str {
        match self {
            Self::Answers => "Pages you have seen open again without asking.",
            Self::Stored(Kept::Session) => {
                "The tokens, which are secret, and your name. Deleting it signs you out."
            }
            Self::Stored(Kept::SignIns) => "Ties the answer to a sign-in to the tab that began it.",
            Self::Stored(Kept::PlayerWindow) => "The way to it after this page is loaded anew.",
            Self::Stored(Kept::Quota) => "The count that Quota shows, and what rests.",
            Self::Stored(Kept::ClientId) => {
                "So that coming back takes one click, and new tabs find this one."
            }
            Self::Stored(Kept::Appearance) => "Theme and rows.",
            Self::Stored(Kept::Pins) => "Their ids, for the sidebar.",
            Self::Stored(Kept::Searches) => "What you searched for, up to eight.",
            Self::Stored(Kept::PlayerDevice) => "Its name, to play there when nothing is awake.",
            Self::Stored(Kept::Other) => "Written by another version of Cratedigger.",
        }
    }

    const fn keeper(self) -> &'static str {
        match self {
            Self::Answers => "in memory",
            Self::Stored(kept) => match kept.keeper() {
                Keeper::Tab => "in this tab",
                Keeper::Device => "on this device",
            },
        }
    }

    fn delete(self, deck: Deck) {
        let session = deck.session();
        match self {
            Self::Answers => deck.client().forget_everything(),
            Self::Stored(Kept::Session) => deck.sign_out(Forget::Session),
            Self::Stored(Kept::PlayerWindow) => deck.this_browser.close(),
            Self::Stored(Kept::Quota) => deck.client().meter().forget(),
            Self::Stored(Kept::PlayerDevice) => deck.player().player().forget_preferred(),
            Self::Stored(other) => session.delete(other),
        }
        deck.settings_changed();
    }
}
