//! The pages, one folder a route.

mod album;
mod artist;
mod audiobook;
mod connect;
mod episode;
mod finishing;
mod home;
mod not_found;
mod now_playing;
mod playlist;
mod playlists;
mod queue;
mod search;
mod settings;
mod show;
mod sign_in_trouble;
mod top;
mod track;

pub use album::album;
pub use artist::artist;
pub use audiobook::audiobook;
pub use connect::connect;
pub use episode::episode;
pub use finishing::{finishing, opening};
pub use home::home;
pub use not_found::not_found;
pub use now_playing::now_playing;
pub use playlist::playlist;
pub use playlists::playlists;
pub use queue::queue;
pub use search::{SEARCH_FIELD, search};
pub use settings::settings;
pub use show::show;
pub use sign_in_trouble::sign_in_trouble;
pub use top::top;
pub use track::track;
