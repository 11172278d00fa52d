use crate::{
    spotify::{
        Call, CursorPage, Page, SpotifyUri,
        endpoints::player::{Played, recently_played},
        model::{
            Artist, PlayHistory, SimplifiedPlaylist, SimplifiedShow, contexts_of, without_repeats,
        },
    },
    ui::{
        components::{quiet_button, trouble},
        dom::{El, Piece, el, live},
        items::{Card, Entry, card, cards, cards_waiting, row, rows, rows_waiting},
        state::{Load, Loading, use_call, use_deck},
    },
};

type Plays = CursorPage<PlayHistory>;

/// How many are shown.
const SHOWN: usize = 20;

/// How many things they were played from.
const ON_SHELF: usize = 8;

/// All that Spotify remembers, which costs no more than the few that are shown:
/// what was played twice in a row is shown once.
fn call() -> Call<Plays> {
    recently_played(Played::Last, None)
}

/// What was played last.
pub fn use_plays() -> Loading<Plays> {
    use_call(call)
}

/// The last things that were played, each to be played again.
pub fn last_played(plays: Loading<Plays>) -> El {
    let client = use_deck().client();
    let again = quiet_button("Look again", move || {
        client.forget(&call());
        plays.retry();
    });
    let list = live(move || match plays.state() {
        Load::Waiting => rows_waiting("Reading what you played last"),
        Load::Failed(error) => trouble(&error, move || plays.retry()).into(),
        Load::Ready(page) if page.items().next().is_none() => el("p")
            .class("empty")
            .text("Spotify remembers nothing that you played. Podcasts are never among it.")
            .into(),
        Load::Ready(page) => list(&page).into(),
    });
    let heading = el("div")
        .class("section-heading")
        .with(el("h2").attr("id", "played").text("Played last"))
        .with(again);
    el("section")
        .class("unranked")
        .attr("aria-labelledby", "played")
        .with(heading)
        .with(list)
}

fn list(page: &Plays) -> El {
    let player = use_deck().player();
    let plays: Vec<_> = without_repeats(page.items())
        .into_iter()
        .take(SHOWN)
        .collect();
    let uris: Vec<SpotifyUri> = plays
        .iter()
        .filter_map(|play| play.track.uri.clone())
        .collect();
    let all = plays.iter().map(|play| {
        let uri = play.track.uri.as_ref();
        let place = uris.iter().position(|other| Some(other) == uri);
        let act = place.and_then(|place| player.playing_uris(&uris, place));
        row(&Entry::from(&play.track), "", act)
    });
    rows(all.collect())
}

/// The records, playlists and artists they were played from, as far as more is
/// known of them than their names. Nothing where nothing is.
pub fn played_from(plays: Loading<Plays>, mine: Loading<Page<SimplifiedPlaylist>>) -> Piece {
    live(move || {
        // It tells of playlists.
        mine.state();
        match plays.state() {
            Load::Waiting => {
                let cards = cards_waiting("shelf", "Reading what you played from");
                going_on(cards).into()
            }
            Load::Ready(page) => {
                let known = contexts_of(page.items())
                    .into_iter()
                    .filter_map(context_card);
                let all: Vec<El> = known.take(ON_SHELF).collect();
                (!all.is_empty())
                    .then(|| going_on(cards("shelf", all)))
                    .into()
            }
            Load::Failed(_) => Piece::NONE,
        }
    })
}

fn going_on(shelf: impl Into<Piece>) -> El {
    let heading = el("div")
        .class("section-heading")
        .with(el("h2").attr("id", "from").text("Go on with"));
    el("section")
        .attr("aria-labelledby", "from")
        .with(heading)
        .with(shelf)
}

fn context_card(play: &PlayHistory) -> Option<El> {
    let uri = play.context.as_ref()?.uri.as_ref()?;
    let client = use_deck().client();
    let shown = |images, name, line: &str, open_spotify| {
        card(&Card {
            images,
            name,
            page: uri.page(),
            line,
            open_spotify,
        })
    };
    match uri {
        SpotifyUri::Album(id) => {
            let album = &play.track.album;
            let by: Vec<&str> = album
                .artists
                .iter()
                .map(|artist| artist.name.as_str())
                .collect();
            let open = album.external_urls.open_spotify();
            (album.id.as_ref() == Some(id))
                .then(|| shown(&album.images, &album.name, &by.join(", "), open))
        }
        SpotifyUri::Artist(_) => {
            let artist = client.known::<Artist>(uri)?;
            let open = artist.external_urls.open_spotify();
            Some(shown(&artist.images, &artist.name, "Artist", open))
        }
        SpotifyUri::Playlist(_) => {
            let playlist = client.known::<SimplifiedPlaylist>(uri)?;
            let open = playlist.external_urls.open_spotify();
            Some(shown(&playlist.images, &playlist.name, "Playlist", open))
        }
        SpotifyUri::Show(_) => {
            let show = client.known::<SimplifiedShow>(uri)?;
            let open = show.external_urls.open_spotify();
            Some(shown(&show.images, &show.name, "Show", open))
        }
        _ => None,
    }
}
