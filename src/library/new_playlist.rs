use std::rc::Rc;

use crate::{
    ports::{Clock, Millis},
    spotify::{
        Call, Client, Error, PlaylistId, Tells, Window,
        endpoints::{
            PlaylistUris,
            playlist_items::{self, Target},
            playlists::{self, PlaylistName},
        },
        model::{SimplifiedPlaylist, Visibility},
    },
};

/// How long a new playlist may take to be there (contract 6.2).
const APPEARS_WITHIN: Millis = Millis::from_secs(1);

/// A playlist that is being made with some items in it. What has been done
/// stays known, so that going on after a failure does nothing twice.
pub struct NewPlaylist {
    client: Client,
    clock: Rc<dyn Clock>,
    name: PlaylistName,
    batches: Vec<PlaylistUris>,
    made: Option<Kept>,
    added: usize,
    /// Whether the last step may have been done though nobody heard of it.
    is_uncertain: bool,
}

/// The playlist that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub id: PlaylistId,
    /// Whether it is private, as was asked: Spotify sometimes ignores that
    /// (contract 6.2).
    pub is_private: bool,
}

impl NewPlaylist {
    /// A private playlist called `name` with these in it, in this order.
    pub fn new(
        client: Client,
        clock: Rc<dyn Clock>,
        name: PlaylistName,
        batches: Vec<PlaylistUris>,
    ) -> Self {
        Self {
            client,
            clock,
            name,
            batches,
            made: None,
            added: 0,
            is_uncertain: false,
        }
    }

    /// How many calls are left, if all goes well; the last one reads it.
    pub fn calls_left(&self) -> usize {
        usize::from(self.made.is_none()) + self.batches.len() - self.added + 1
    }

    /// The playlist, as soon as it was made.
    pub const fn made(&self) -> Option<&Kept> {
        self.made.as_ref()
    }

    /// Makes it, or goes on after a failure where that left off.
    pub async fn keep(&mut self) -> Result<Kept, Error> {
        if self.is_uncertain {
            self.look_what_is_there().await?;
            self.is_uncertain = false;
        }
        let outcome = self.take_steps().await;
        // A refusal did nothing; what was not answered may have (contract 6.2).
        self.is_uncertain = matches!(
            outcome,
            Err(Error::ServerTrouble(_) | Error::Unreachable(_) | Error::Unreadable)
        );
        outcome
    }

    async fn take_steps(&mut self) -> Result<Kept, Error> {
        let kept = match &self.made {
            Some(kept) => kept.clone(),
            None => self.make().await?,
        };
        while let Some(batch) = self.batches.get(self.added).cloned() {
            self.add(&kept.id, &batch).await?;
            self.added += 1;
        }
        // So that whoever opens it finds it, without asking again; if that fails
        // it is complete all the same.
        let read = || playlists::playlist(&kept.id, Some(Visibility::Private));
        let _ = self.call_once_it_is_there(read).await;
        Ok(kept)
    }

    async fn make(&mut self) -> Result<Kept, Error> {
        let create = playlists::create(self.name.clone(), Visibility::Private, None);
        let playlist = self.client.call(create).await?;
        Ok(self.is_made(playlist.id, playlist.public))
    }

    fn is_made(&mut self, id: PlaylistId, public: Option<bool>) -> Kept {
        let is_private = public != Some(true);
        self.made.insert(Kept { id, is_private }).clone()
    }

    async fn look_what_is_there(&mut self) -> Result<(), Error> {
        match self.made.clone() {
            Some(kept) => self.count_items(&kept.id).await,
            None => self.find().await,
        }
    }

    /// A new playlist stands among the first of the listener's.
    async fn find(&mut self) -> Result<(), Error> {
        // One that was made just now may take a moment to be listed.
        self.clock.sleep(APPEARS_WITHIN).await;
        let mine = self.client.call(playlists::mine(Window::first())).await?;
        let is_it = |playlist: &&SimplifiedPlaylist| {
            playlist.name == self.name.as_str() && playlist.item_total == Some(0)
        };
        if let Some(playlist) = mine.items().find(is_it) {
            self.is_made(playlist.id.clone(), playlist.public);
        }
        Ok(())
    }

    /// Counts what has arrived: each batch before the one in doubt is there.
    async fn count_items(&mut self, id: &PlaylistId) -> Result<(), Error> {
        let window = Window {
            offset: 0,
            size: Some(1),
        };
        let items = || playlist_items::items(id, window);
        let page = self.call_once_it_is_there(items).await?;
        let before: usize = self.batches[..self.added].iter().map(length).sum();
        let there = page.total.unwrap_or_default();
        let is_more = usize::try_from(there).unwrap_or(usize::MAX) > before;
        if is_more && self.added < self.batches.len() {
            self.added += 1;
        }
        Ok(())
    }

    async fn add(&self, id: &PlaylistId, batch: &PlaylistUris) -> Result<(), Error> {
        let target = Target {
            id,
            visibility: Some(Visibility::Private),
        };
        let add = || playlist_items::add(target, batch, None);
        self.call_once_it_is_there(add).await.map(drop)
    }

    /// Calls, and once more if the new playlist was not there yet: only who
    /// made it knows that it should be.
    async fn call_once_it_is_there<T: Tells + Send + Sync + 'static>(
        &self,
        call: impl Fn() -> Call<T>,
    ) -> Result<T, Error> {
        match self.client.call(call()).await {
            Err(Error::NotFound) => {
                self.clock.sleep(APPEARS_WITHIN).await;
                self.client.call(call()).await
            }
            outcome => outcome,
        }
    }
}

fn length(batch: &PlaylistUris) -> usize {
    batch.uris().len()
}
