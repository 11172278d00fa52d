//! Quotas: how many calls a developer may make to a group of endpoints in a
//! day, over all client IDs together (contract 3.4).

use std::collections::HashMap;

use serde::Deserialize;
use serde::Serialize;

use crate::api::bucket::Bucket;
use crate::clock::Millis;

const WINDOW: Millis = Millis::from_days(1);

/// How many calls a day each group allows; none for no quota.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Quotas {
    /// See [`Bucket::Search`].
    pub search: Option<u32>,
    /// See [`Bucket::ArtistAlbums`].
    pub artist_albums: Option<u32>,
    /// See [`Bucket::Playlists`].
    pub playlists: Option<u32>,
    /// See [`Bucket::Library`].
    pub library: Option<u32>,
    /// See [`Bucket::Player`].
    pub player: Option<u32>,
    /// See [`Bucket::Lookups`].
    pub lookups: Option<u32>,
}

/// A change to the quotas: of one group, or of several by name. What is not
/// named stays; 0 calls is no quota.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub enum QuotaChange {
    /// One group.
    One {
        /// Which.
        bucket: Bucket,
        /// How many calls a day.
        calls: u32,
    },
    /// Several.
    Several(Quotas),
}

impl Quotas {
    /// How many calls a day a group allows.
    pub(crate) fn of(self, bucket: Bucket) -> Option<u32> {
        let mut quotas = self;
        *quotas.place(bucket)
    }

    pub(crate) fn change(&mut self, change: QuotaChange) {
        match change {
            QuotaChange::One { bucket, calls } => self.set(bucket, Some(calls)),
            QuotaChange::Several(several) => {
                for bucket in Bucket::ALL {
                    self.set(bucket, several.of(bucket));
                }
            }
        }
    }

    fn set(&mut self, bucket: Bucket, calls: Option<u32>) {
        if let Some(calls) = calls {
            *self.place(bucket) = (calls > 0).then_some(calls);
        }
    }

    fn place(&mut self, bucket: Bucket) -> &mut Option<u32> {
        match bucket {
            Bucket::Search => &mut self.search,
            Bucket::ArtistAlbums => &mut self.artist_albums,
            Bucket::Playlists => &mut self.playlists,
            Bucket::Library => &mut self.library,
            Bucket::Player => &mut self.player,
            Bucket::Lookups => &mut self.lookups,
        }
    }
}

/// What each developer has used of each quota.
#[derive(Debug, Default)]
pub struct QuotaUse(HashMap<(String, Bucket), Used>);

/// A day's use, counted from its first call.
#[derive(Debug)]
struct Used {
    since: Millis,
    calls: u32,
}

impl QuotaUse {
    /// Counts a call, or gives the seconds until the day is over.
    pub fn count(
        &mut self,
        developer: &str,
        bucket: Bucket,
        allowed: u32,
        now: Millis,
    ) -> Result<(), u64> {
        let fresh = || Used {
            since: now,
            calls: 0,
        };
        let used = self
            .0
            .entry((developer.to_owned(), bucket))
            .or_insert_with(fresh);
        if now.since(used.since) >= WINDOW {
            *used = fresh();
        }
        if used.calls >= allowed {
            return Err(used.since.plus(WINDOW).since(now).to_secs_ceil());
        }
        used.calls += 1;
        Ok(())
    }
}
