use super::{BeginError, Session};
use crate::spotify::SpotifyUri;

/// What a listener was about to do when a permission was missing, so that it is
/// done, or is there to go on with, once they are back from Spotify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// To save it, or follow it.
    Save(SpotifyUri),
    /// To add it, which is called so, to a playlist.
    Add(SpotifyUri, String),
    /// To keep the queue as a playlist of this name.
    Keep(String),
    /// To choose where to play.
    ChooseDevice,
}

impl Meant {
    fn write(&self) -> String {
        match self {
            Self::Save(uri) => format!("save {uri}"),
            Self::Add(uri, name) => format!("add {uri} {name}"),
            Self::Keep(name) => format!("keep {name}"),
            Self::ChooseDevice => "devices ".to_owned(),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (deed, what) = text.split_once(' ')?;
        match deed {
            "save" => what.to_owned().try_into().ok().map(Self::Save),
            "add" => {
                let (uri, name) = what.split_once(' ')?;
                let uri = uri.to_owned().try_into().ok()?;
                Some(Self::Add(uri, name.to_owned()))
            }
            "keep" => Some(Self::Keep(what.to_owned())),
            "devices" => Some(Self::ChooseDevice),
            _ => None,
        }
    }
}

impl Session {
    /// Keeps it while the listener is at Spotify, in place of what was kept.
    pub fn keep_meant(&self, meant: Option<&Meant>) -> Result<(), BeginError> {
        self.vault.put_meant(meant.map(Meant::write))?;
        Ok(())
    }

    /// Takes it out, once: whatever comes of it, it is not done again.
    pub fn take_meant(&self) -> Option<Meant> {
        Meant::read(&self.vault.take_meant()?)
    }
}
