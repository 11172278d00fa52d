//! The commands of the player (contract 4.5). Each needs Premium, succeeds with
//! any 2xx, and shows in the state only about a second later (contract 6.1).
//! Without a device they go to the active one. Their order is not guaranteed:
//! wait for the state before the next one.

use serde_json::{Value, json};

use super::{PlayableUri, PlaylistUris};
use crate::{
    oauth::Scope,
    ports::{Method, Millis},
    spotify::{
        AlbumId, ArtistId, Bucket, Call, DeviceId, Endpoint, Parameter, PlaylistId, Repeat, ShowId,
        SpotifyUri, Values,
        model::{RepeatMode, Volume},
    },
};

const DEVICE: Parameter = Parameter::query("device_id", Values::Device);

const fn command(
    method: Method,
    path: &'static str,
    repeat: Repeat,
    parameters: &'static [Parameter],
) -> Endpoint {
    const SCOPES: &[Scope] = &[Scope::UserModifyPlaybackState];
    Endpoint::write(method, path, Bucket::Player, repeat, SCOPES, parameters)
        .spoiling(&["/v1/me/player"])
}

const fn set(path: &'static str, parameters: &'static [Parameter]) -> Endpoint {
    command(Method::Put, path, Repeat::SameOutcome, parameters)
}

const fn advance(path: &'static str, parameters: &'static [Parameter]) -> Endpoint {
    command(Method::Post, path, Repeat::AfterReading, parameters)
}

/// Goes on on another device.
pub static TRANSFER: Endpoint = set(
    "/v1/me/player",
    &[
        Parameter::body("device_ids", Values::Device).required(),
        Parameter::body("play", Values::Flag),
    ],
);

/// Plays something, or goes on.
pub static PLAY: Endpoint = set(
    "/v1/me/player/play",
    &[
        DEVICE,
        Parameter::body("context_uri", Values::Uri),
        Parameter::body("uris", Values::Uris { most: 100 }),
        Parameter::body("offset", Values::Structure),
        Parameter::body("position_ms", MOMENT_IN_TRACK),
    ],
);

/// Pauses.
pub static PAUSE: Endpoint = set("/v1/me/player/pause", &[DEVICE]);

/// Goes to the next.
pub static NEXT: Endpoint = advance("/v1/me/player/next", &[DEVICE]);

/// Goes to the one before.
pub static PREVIOUS: Endpoint = advance("/v1/me/player/previous", &[DEVICE]);

/// Goes elsewhere in what plays.
pub static SEEK: Endpoint = set(
    "/v1/me/player/seek",
    &[
        Parameter::query("position_ms", MOMENT_IN_TRACK).required(),
        DEVICE,
    ],
);

/// Says what is played again.
pub static REPEAT: Endpoint = set(
    "/v1/me/player/repeat",
    &[
        Parameter::query("state", Values::OneOf(&["track", "context", "off"])).required(),
        DEVICE,
    ],
);

/// Mixes the order, or not.
pub static SHUFFLE: Endpoint = set(
    "/v1/me/player/shuffle",
    &[Parameter::query("state", Values::Flag).required(), DEVICE],
);

/// Sets how loud it is.
pub static VOLUME: Endpoint = set(
    "/v1/me/player/volume",
    &[
        Parameter::query(
            "volume_percent",
            Values::Number {
                least: 0,
                most: 100,
            },
        )
        .required(),
        DEVICE,
    ],
);

/// Lets something come next.
pub static ENQUEUE: Endpoint = advance(
    "/v1/me/player/queue",
    &[Parameter::query("uri", Values::Uri).required(), DEVICE],
);

/// Longer than anything that plays.
const MOMENT_IN_TRACK: Values = Values::Number {
    least: 0,
    most: u32::MAX,
};

/// What to play from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlayContext {
    /// An album, from somewhere in it.
    Album(AlbumId, Start),
    /// A playlist, from somewhere in it.
    Playlist(PlaylistId, Start),
    /// An artist. Nobody can say where to start.
    Artist(ArtistId),
    /// A show, which works without being documented.
    Show(ShowId),
}

/// Where to start in an album or a playlist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// Where Spotify likes: at the beginning, or anywhere when it shuffles.
    #[default]
    Anywhere,
    /// At this place, counted from 0.
    Position(u32),
    /// At this track or episode.
    Item(PlayableUri),
}

impl PlayContext {
    /// What names it.
    pub fn uri(&self) -> SpotifyUri {
        match self {
            Self::Album(id, _) => id.clone().into(),
            Self::Playlist(id, _) => id.clone().into(),
            Self::Artist(id) => id.clone().into(),
            Self::Show(id) => id.clone().into(),
        }
    }

    /// Where in it to start.
    pub const fn start(&self) -> &Start {
        match self {
            Self::Album(_, start) | Self::Playlist(_, start) => start,
            Self::Artist(_) | Self::Show(_) => &Start::Anywhere,
        }
    }

    fn body(self) -> Value {
        let context = self.uri().to_string();
        match self.start() {
            Start::Anywhere => json!({ "context_uri": context }),
            Start::Position(position) => {
                json!({ "context_uri": context, "offset": { "position": position } })
            }
            Start::Item(uri) => {
                json!({ "context_uri": context, "offset": { "uri": uri.to_string() } })
            }
        }
    }
}

/// `PUT /me/player` to this one device. It goes on there as it was, unless it
/// is to play in any case.
pub fn transfer(device: &DeviceId, plays: bool) -> Call<()> {
    let mut body = json!({ "device_ids": [device.as_str()] });
    if plays {
        body["play"] = Value::Bool(true);
    }
    TRANSFER.command().json(&body)
}

/// `PUT /me/player/play` with nothing said: goes on. Even an empty object would
/// be refused (contract 6.1).
pub fn resume(device: Option<&DeviceId>) -> Call<()> {
    PLAY.command().sent_to(device)
}

/// `PUT /me/player/play` of a context.
pub fn play_context(context: PlayContext, device: Option<&DeviceId>) -> Call<()> {
    PLAY.command().json(&context.body()).sent_to(device)
}

/// `PUT /me/player/play` of these, the first from this far in.
pub fn play_uris(uris: &PlaylistUris, from: Millis, device: Option<&DeviceId>) -> Call<()> {
    let mut body = json!({ "uris": uris.texts() });
    if from > Millis::ZERO {
        body["position_ms"] = from.0.into();
    }
    PLAY.command().json(&body).sent_to(device)
}

/// `PUT /me/player/pause`.
pub fn pause(device: Option<&DeviceId>) -> Call<()> {
    PAUSE.command().sent_to(device)
}

/// `POST /me/player/next`.
pub fn next(device: Option<&DeviceId>) -> Call<()> {
    NEXT.command().sent_to(device)
}

/// `POST /me/player/previous`.
pub fn previous(device: Option<&DeviceId>) -> Call<()> {
    PREVIOUS.command().sent_to(device)
}

/// `PUT /me/player/seek`.
pub fn seek(position: Millis, device: Option<&DeviceId>) -> Call<()> {
    SEEK.command()
        .with("position_ms", position.0)
        .sent_to(device)
}

/// `PUT /me/player/repeat`.
pub fn repeat(mode: RepeatMode, device: Option<&DeviceId>) -> Call<()> {
    REPEAT
        .command()
        .with("state", mode.as_str())
        .sent_to(device)
}

/// `PUT /me/player/shuffle`.
pub fn shuffle(mixes: bool, device: Option<&DeviceId>) -> Call<()> {
    SHUFFLE.command().with("state", mixes).sent_to(device)
}

/// `PUT /me/player/volume`.
pub fn volume(volume: Volume, device: Option<&DeviceId>) -> Call<()> {
    VOLUME
        .command()
        .with("volume_percent", volume.percent())
        .sent_to(device)
}

/// `POST /me/player/queue`.
pub fn enqueue(uri: &PlayableUri, device: Option<&DeviceId>) -> Call<()> {
    ENQUEUE.command().with("uri", uri).sent_to(device)
}

impl Call<()> {
    fn sent_to(self, device: Option<&DeviceId>) -> Self {
        self.with_some("device_id", device.map(DeviceId::as_str))
    }
}
