use crate::{
    route::{ResultKind, Route},
    spotify::{
        Page, SpotifyUri,
        model::{
            AlbumType, Artist, ExternalUrls, Image, SearchResults, SimplifiedAlbum,
            SimplifiedAudiobook, SimplifiedPlaylist, SimplifiedShow,
        },
    },
    ui::{
        dom::El,
        items::{Card, Entry, album_kind, card, counted, dotted, row, year},
        state::use_deck,
    },
};

/// Whether they stand in rows, or on cards.
pub const fn are_rows(kind: ResultKind) -> bool {
    matches!(kind, ResultKind::Tracks | ResultKind::Episodes)
}

/// What is known of a page without its contents.
#[derive(Clone, Copy, Default)]
pub struct Extent {
    /// How many there are to be shown.
    pub shown: usize,
    /// How many there are in all, as far as Spotify says.
    pub total: Option<u32>,
    /// Whether there are more behind it.
    pub has_more: bool,
}

fn extent<T>(page: Option<&Page<T>>) -> Extent {
    page.map_or_else(Extent::default, |page| Extent {
        shown: page.items().count(),
        total: page.total,
        has_more: page.next.is_some() && !page.entries.is_empty(),
    })
}

/// How much was found of a kind.
pub fn extent_of(results: &SearchResults, kind: ResultKind) -> Extent {
    match kind {
        ResultKind::Tracks => extent(results.tracks.as_ref()),
        ResultKind::Artists => extent(results.artists.as_ref()),
        ResultKind::Albums => extent(results.albums.as_ref()),
        ResultKind::Playlists => extent(results.playlists.as_ref()),
        ResultKind::Shows => extent(results.shows.as_ref()),
        ResultKind::Episodes => extent(results.episodes.as_ref()),
        ResultKind::Audiobooks => extent(results.audiobooks.as_ref()),
    }
}

/// Whether there is anything to be shown, or to be had with More.
pub fn any_in(results: &SearchResults, only: Option<ResultKind>) -> bool {
    ResultKind::ALL
        .into_iter()
        .filter(|kind| only.is_none_or(|only| only == *kind))
        .map(|kind| extent_of(results, kind))
        .any(|extent| extent.shown > 0 || only.is_some() && extent.has_more)
}

/// What was found of a kind, as rows or as cards. What is null, and playlists
/// that Spotify hides, leave no holes (contract 6.2).
pub fn found(results: &SearchResults, kind: ResultKind, most: usize) -> Vec<El> {
    match kind {
        ResultKind::Tracks => playable(&entries(results.tracks.as_ref(), most, |track| {
            track.into()
        })),
        ResultKind::Episodes => {
            playable(&entries(results.episodes.as_ref(), most, Entry::of_episode))
        }
        ResultKind::Artists => entries(results.artists.as_ref(), most, artist),
        ResultKind::Albums => entries(results.albums.as_ref(), most, album),
        ResultKind::Playlists => entries(results.playlists.as_ref(), most, playlist),
        ResultKind::Shows => entries(results.shows.as_ref(), most, show),
        ResultKind::Audiobooks => entries(results.audiobooks.as_ref(), most, audiobook),
    }
}

fn entries<T, O>(page: Option<&Page<T>>, most: usize, shown: fn(&T) -> O) -> Vec<O> {
    let items = page.into_iter().flat_map(Page::items);
    items.take(most).map(shown).collect()
}

/// Each plays on with those below it.
fn playable(entries: &[Entry]) -> Vec<El> {
    let player = use_deck().player();
    let uris: Vec<SpotifyUri> = entries
        .iter()
        .filter_map(|entry| entry.uri.clone())
        .collect();
    let place = |entry: &Entry| uris.iter().position(|uri| Some(uri) == entry.uri.as_ref());
    entries
        .iter()
        .map(|entry| {
            let play = place(entry).and_then(|place| player.playing_uris(&uris, place));
            row(entry, "", play)
        })
        .collect()
}

fn on_card(
    (images, name): (&[Image], &str),
    page: Option<Route>,
    line: &str,
    urls: &ExternalUrls,
) -> El {
    card(&Card {
        images,
        name,
        page,
        line,
        open_spotify: urls.open_spotify(),
    })
}

fn artist(artist: &Artist) -> El {
    let page = Route::artist(artist.id.clone());
    on_card(
        (&artist.images, &artist.name),
        Some(page),
        "Artist",
        &artist.external_urls,
    )
}

fn album(album: &SimplifiedAlbum) -> El {
    let kind = match album.album_type {
        AlbumType::Album => "",
        kind => album_kind(kind),
    };
    let artists: Vec<&str> = album
        .artists
        .iter()
        .map(|artist| artist.name.as_str())
        .collect();
    let line = dotted(&[kind, &year(album.release_date), &artists.join(", ")]);
    let page = album.id.clone().map(Route::Album);
    on_card(
        (&album.images, &album.name),
        page,
        &line,
        &album.external_urls,
    )
}

fn playlist(playlist: &SimplifiedPlaylist) -> El {
    let owner = playlist.owner.as_ref();
    let owner = owner.and_then(|owner| owner.display_name.as_deref());
    let owner = owner.map(|name| format!("By {name}")).unwrap_or_default();
    let tracks = playlist.item_total.map(|total| counted(total, "track"));
    let page = Route::Playlist(playlist.id.clone());
    on_card(
        (&playlist.images, &playlist.name),
        Some(page),
        &dotted(&[&owner, &tracks.unwrap_or_default()]),
        &playlist.external_urls,
    )
}

fn show(show: &SimplifiedShow) -> El {
    let episodes = show.total_episodes.map(|total| counted(total, "episode"));
    let page = Route::Show(show.id.clone());
    on_card(
        (&show.images, &show.name),
        Some(page),
        &episodes.unwrap_or_else(|| "Show".to_owned()),
        &show.external_urls,
    )
}

fn audiobook(book: &SimplifiedAudiobook) -> El {
    let page = Route::Audiobook(book.id.clone());
    let line = book.authors.join(", ");
    on_card(
        (&book.images, &book.name),
        Some(page),
        &line,
        &book.external_urls,
    )
}
