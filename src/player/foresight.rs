//! What a command is expected to change, as far as it is known.

use std::sync::Arc;

use super::{
    Command, NowPlaying, What,
    elsewhere::{Elsewhere, Whence},
    expectation::{Change, nameless_device, uri_of},
};
use crate::{
    ports::Millis,
    spotify::{
        Client, DeviceId, ItemKind, SpotifyUri,
        endpoints::commands::{PlayContext, Start},
        model::{
            Album, Context, ContextType, Device, Episode, ExternalUrls, Playable, Queue, Track,
        },
    },
};

/// What is known when something is told.
pub(super) struct Foresight<'a> {
    pub client: &'a Client,
    pub shown: Option<&'a NowPlaying>,
    pub queue: Option<&'a Queue>,
    pub devices: &'a [Device],
    pub now: Millis,
}

impl Foresight<'_> {
    /// What `command` changes, on the active device or on the one it is sent
    /// to.
    pub fn of(&self, command: &Command, to: Option<&DeviceId>) -> Vec<Change> {
        let device = match command {
            Command::Transfer { device, .. } => Some(device),
            _ => to,
        };
        let moved = device.map(|device| Change::Device(Box::new(self.device(device))));
        let change = match command {
            Command::Play(what) => Some(self.something_else(what)),
            Command::Resume | Command::Transfer { plays: true, .. } => Some(Change::Plays(true)),
            Command::Transfer { plays: false, .. } => None,
            Command::Pause => Some(Change::Plays(false)),
            Command::Next => Some(self.the_next()),
            Command::Previous => Some(self.elsewhere(Elsewhere::default())),
            Command::Seek(place) => Some(Change::Place(*place, self.item())),
            Command::Volume(volume) => Some(Change::Volume(*volume)),
            Command::Repeat(mode) => Some(Change::Repeat(*mode)),
            Command::Shuffle(mixes) => Some(Change::Shuffle(*mixes)),
            Command::Enqueue(_) => Some(Change::HasNext),
        };
        moved.into_iter().chain(change).collect()
    }

    fn device(&self, id: &DeviceId) -> Device {
        let mut devices = self.devices.iter();
        let found = devices.find(|device| device.id.as_ref() == Some(id));
        let mut device = found
            .cloned()
            .unwrap_or_else(|| nameless_device(id.clone()));
        device.is_active = true;
        device
    }

    fn elsewhere(&self, elsewhere: Elsewhere) -> Change {
        Change::Item(Box::new(Elsewhere {
            before: self.item(),
            before_at: self
                .shown
                .map_or(Millis::ZERO, |shown| shown.progress(self.now)),
            ..elsewhere
        }))
    }

    /// What names what plays, if that is known.
    fn item(&self) -> Option<SpotifyUri> {
        let shown = self.shown.filter(|shown| !shown.is_changing)?;
        uri_of(&shown.state)
    }

    /// The one behind what plays, in the queue that was read with it.
    fn the_next(&self) -> Change {
        let item = self.item().and_then(|current| {
            let queue = self.queue?;
            let all = queue.currently_playing.iter().chain(&queue.queue);
            let mut behind = all.skip_while(|item| item.uri().as_ref() != Some(&current));
            behind.nth(1).cloned()
        });
        self.elsewhere(Elsewhere {
            uri: item.as_ref().and_then(Playable::uri),
            item,
            ..Elsewhere::default()
        })
    }

    fn something_else(&self, what: &What) -> Change {
        let (uri, context, from) = match what {
            What::Uris { uris, from } => (uris.uris().first().cloned(), None, *from),
            What::Context(context) => (self.first_of(context), Some(context), Millis::ZERO),
        };
        self.elsewhere(Elsewhere {
            item: uri.as_ref().and_then(|uri| self.known(uri)),
            uri,
            whence: context.map_or(Whence::Nothing, |context| Whence::This(shape(context))),
            from,
            ..Elsewhere::default()
        })
    }

    fn first_of(&self, context: &PlayContext) -> Option<SpotifyUri> {
        match context.start() {
            Start::Item(uri) => Some(uri.uri().clone()),
            Start::Position(position) => {
                let album: Arc<Album> = self.client.known(&context.uri())?;
                let place = usize::try_from(*position).ok()?;
                album.tracks.items().nth(place)?.uri.clone()
            }
            Start::Anywhere => None,
        }
    }

    fn known(&self, uri: &SpotifyUri) -> Option<Playable> {
        if uri.kind() == ItemKind::Episode {
            let episode: Arc<Episode> = self.client.known(uri)?;
            return Some(Playable::Episode(episode.as_ref().clone()));
        }
        let track: Arc<Track> = self.client.known(uri)?;
        Some(Playable::Track(track.as_ref().clone()))
    }
}

fn shape(context: &PlayContext) -> Context {
    Context {
        context_type: match context {
            PlayContext::Album(..) => ContextType::Album,
            PlayContext::Playlist(..) => ContextType::Playlist,
            PlayContext::Artist(_) => ContextType::Artist,
            PlayContext::Show(_) => ContextType::Show,
        },
        uri: Some(context.uri()),
        external_urls: ExternalUrls::default(),
    }
}
