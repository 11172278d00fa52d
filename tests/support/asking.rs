//! Calls of every kind, and Spotify's own words for what is wrong with them.

use cratedigger::{
    ports::Response,
    spotify::{
        Error, SpotifyUri, TrackId, Window,
        endpoints::{
            LibraryUris, PlaylistUris, artists, commands, library, me, player,
            playlist_items::{self, Target},
            playlists::{self, PlaylistName},
            search::{self, Query, SearchKind, SearchWindow},
            tracks,
        },
        model::Visibility,
    },
};

use super::{ScriptedTransport, Tab, World, answer, scripted};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    Profile,
    Track,
    Albums,
    Search,
    Items,
    Create,
    Add,
    Save,
    State,
    Pause,
}

const ID: &str = "4iV5W9uYEdYUVa79Axb7Rh";

impl Ask {
    /// What comes of it.
    pub fn ask(self, world: &World, tab: &Tab) -> Result<(), Error> {
        let track = TrackId::try_from(ID.to_owned()).expect("as it must be");
        let artist = ID.to_owned().try_into().expect("as it must be");
        let id = ID.to_owned().try_into().expect("as it must be");
        let target = Target {
            id: &id,
            visibility: None,
        };
        let uris = vec![SpotifyUri::from(track.clone())];
        let add = PlaylistUris::try_from(uris.clone()).expect("as it must be");
        let query = Query::try_from("x").expect("as it must be");
        let (kinds, window) = (SearchKind::Track.into(), SearchWindow::default());
        let name = PlaylistName::try_from("New").expect("as it must be");
        let first = Window::first();
        match self {
            Self::Profile => world.call(tab, me::profile()).map(drop),
            Self::Track => world.call(tab, tracks::track(&track)).map(drop),
            Self::Albums => world
                .call(tab, artists::albums(&artist, &[], first))
                .map(drop),
            Self::Search => world
                .call(tab, search::search(&query, kinds, window))
                .map(drop),
            Self::Items => world.call(tab, playlist_items::items(&id, first)).map(drop),
            Self::Create => world
                .call(tab, playlists::create(name, Visibility::Private, None))
                .map(drop),
            Self::Add => world
                .call(tab, playlist_items::add(target, &add, None))
                .map(drop),
            Self::Save => world.call(
                tab,
                library::save(&LibraryUris::try_from(uris).expect("as it must be")),
            ),
            Self::State => world.call(tab, player::state()).map(drop),
            Self::Pause => world.call(tab, commands::pause(None)),
        }
    }
}

/// The regular error object.
pub fn json(status: u16, message: &str) -> Response {
    let body = format!(r#"{{"error":{{"status":{status},"message":"{message}"}}}}"#);
    answer(status, &body)
}

/// The same with a reason.
pub fn reason(status: u16, message: &str, reason: &str) -> Response {
    let error = format!(r#""status":{status},"message":"{message}","reason":"{reason}""#);
    answer(status, &format!(r#"{{"error":{{{error}}}}}"#))
}

/// What a gateway says.
pub fn html(status: u16) -> Response {
    answer(
        status,
        &format!("<!DOCTYPE html><html><h1>{status}</h1></html>"),
    )
}

/// Has Spotify give the same answer always, with a new token whenever one is
/// asked for: the error, and how many calls of the Web API there were.
pub fn told(ask: Ask, response: &Response) -> (Error, usize) {
    let is_token = ask == Ask::Profile && matches!(response.status, 400 | 401);
    let token = answer(
        200,
        r#"{"access_token":"a","token_type":"Bearer","expires_in":3600}"#,
    );
    let second = if is_token { token } else { copy(response) };
    let answers = [copy(response), second, copy(response)];
    let (world, tab, script) = scripted(answers);
    let error = ask.ask(&world, &tab).expect_err("trouble");
    let calls = |script: &ScriptedTransport| {
        let requests = script.requests();
        requests
            .iter()
            .filter(|request| request.url.contains("/v1/"))
            .count()
    };
    let sent = calls(&script);
    assert!(
        tab.listener().is_some(),
        "nobody is signed out by {response:?}"
    );
    if let Error::Limited(_) = error {
        // Asking again is not asking Spotify again.
        assert_eq!(ask.ask(&world, &tab), Err(error.clone()));
        assert_eq!(calls(&script), sent);
    }
    (error, sent)
}

/// The same answer once more.
pub fn copy(response: &Response) -> Response {
    Response {
        status: response.status,
        retry_after: response.retry_after,
        body: response.body.clone(),
    }
}
