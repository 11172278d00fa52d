//! The shapes of the Web API, one file a resource, read as tolerantly as
//! contract 4.6 demands: what may be missing or null is optional, what is not
//! known is ignored, and an entry that cannot be read does not spoil its list.
//! What is cut for new apps (contract 5.2) is not read at all.

mod album;
mod artist;
mod audiobook;
mod calendar;
mod chapter;
mod context;
mod device;
mod disallows;
mod episode;
mod facts;
mod history;
mod image;
mod links;
mod plain_text;
mod playable;
mod playback;
mod playlist;
mod playlist_item;
mod reading;
mod release_date;
mod saved;
mod search_results;
mod show;
mod telling;
mod timestamp;
mod track;
mod user;

pub use album::{Album, AlbumType, SimplifiedAlbum};
pub use artist::{Artist, FollowedArtists, SimplifiedArtist};
pub use audiobook::{Audiobook, SimplifiedAudiobook};
pub use chapter::{Chapter, SimplifiedChapter};
pub use context::{Context, ContextType};
pub use device::{Device, DeviceType, Devices, InvalidVolume, Volume};
pub use disallows::{Action, Disallows};
pub use episode::{Episode, SimplifiedEpisode};
pub use facts::{Copyright, CopyrightKind, ExternalIds, Restriction, ResumePoint};
pub use history::{PlayHistory, contexts_of, without_repeats};
pub use image::{Image, image_for_width};
pub use links::ExternalUrls;
pub use plain_text::PlainText;
pub use playable::Playable;
pub use playback::{PlaybackState, PlayingType, Queue, RepeatMode};
pub use playlist::{Playlist, SimplifiedPlaylist, Snapshot, Visibility};
pub use playlist_item::PlaylistItem;
pub use reading::FromJson;
pub use release_date::ReleaseDate;
pub use saved::{Saved, SavedField};
pub use search_results::SearchResults;
pub use show::{Show, SimplifiedShow};
pub use timestamp::{InvalidTimestamp, Timestamp};
pub use track::{SimplifiedTrack, Track};
pub use user::{Owner, PrivateUser};

pub(crate) use reading::{Fields, words};

#[cfg(test)]
pub(crate) use reading::tests::read;
