use crate::spotify::{
    Client, Page, SpotifyUri, Window,
    endpoints::{playlist_items, playlists},
    model::{PlaylistItem, SimplifiedPlaylist},
};

/// Whether `uri` is in the playlist, by what this session read of it. That
/// nothing was seen of it does not mean that it is not there.
pub fn was_seen_in(client: &Client, playlist: &SimplifiedPlaylist, uri: &SpotifyUri) -> bool {
    let head = client.peek(&playlists::playlist(&playlist.id, playlist.visibility()));
    let first = head.as_deref().and_then(|head| head.items.as_ref());
    if first.is_some_and(|page| is_in(page, uri)) {
        return true;
    }
    let mut at = first.map_or(0, length);
    loop {
        let call = playlist_items::items(&playlist.id, Window::from(at));
        let Some(page) = client.peek(&call) else {
            return false;
        };
        if is_in(&page, uri) {
            return true;
        }
        if page.entries.is_empty() {
            return false;
        }
        at = at.saturating_add(length(&page));
    }
}

fn length(page: &Page<PlaylistItem>) -> u32 {
    u32::try_from(page.entries.len()).unwrap_or(u32::MAX)
}

fn is_in(page: &Page<PlaylistItem>, uri: &SpotifyUri) -> bool {
    let items = page.items().filter_map(|entry| entry.item.as_ref());
    items
        .filter_map(crate::spotify::model::Playable::uri)
        .any(|own| own == *uri)
}
