//! The settings of this device as a file, to be taken elsewhere. There is no
//! secret in it, and nothing that Spotify said (contract 8.2).

use serde_json::{Value, json};

use super::{Density, Device, Theme};
use crate::{json, oauth::ClientId, route::Search, spotify::PlaylistId};

/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;

/// More characters than any such file of ours has.
const LONGEST: usize = 100_000;

/// What the file says it is.
const MARK: &str = "cratedigger_settings";
const CLIENT_ID: &str = "client_id";
const THEME: &str = "theme";
const DENSITY: &str = "density";
const PINNED: &str = "pinned_playlists";
const SEARCHES: &str = "recent_searches";

/// The settings that a file holds; what it does not name stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    client_id: Option<ClientId>,
    theme: Option<Theme>,
    density: Option<Density>,
    pinned: Option<Vec<PlaylistId>>,
    searches: Option<Vec<Search>>,
}

/// Why a file cannot be used. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// It is far too long.
    #[error("too long for a file of settings")]
    TooLong,
    /// It is not JSON, or was cut off.
    #[error("not readable as JSON")]
    NotJson,
    /// It is JSON of something else.
    #[error("not a file of settings")]
    NotOurs,
    /// It was written by a newer version.
    #[error("from a newer version")]
    TooNew(u64),
    /// What it has under this name is not what belongs there.
    #[error("`{0}` is not as it should be")]
    Entry(&'static str),
}

impl Settings {
    /// Those of this device.
    pub fn of(device: &Device) -> Self {
        Self {
            client_id: device.remembered_client_id(),
            theme: Some(device.theme()),
            density: Some(device.density()),
            pinned: Some(device.pinned()),
            searches: Some(device.searches()),
        }
    }

    /// The file, a line for each setting.
    pub fn write(&self) -> String {
        let pinned = self.pinned.iter().flatten().map(PlaylistId::as_str);
        let searches = self.searches.iter().flatten().map(Search::text);
        let entries = [
            (MARK, Some(json!(VERSION))),
            (
                CLIENT_ID,
                self.client_id.as_ref().map(|id| json!(id.as_str())),
            ),
            (THEME, self.theme.map(|theme| json!(theme.as_str()))),
            (DENSITY, self.density.map(|density| json!(density.as_str()))),
            (PINNED, Some(pinned.map(Value::from).collect())),
            (SEARCHES, Some(searches.map(Value::from).collect())),
        ];
        let lines = entries.into_iter().filter_map(|(name, value)| {
            let value: Value = value?;
            Some(format!("  \"{name}\": {value}"))
        });
        let lines: Vec<_> = lines.collect();
        format!("{{\n{}\n}}\n", lines.join(",\n"))
    }

    /// Reads a file, whole or not at all.
    pub fn read(text: &str) -> Result<Self, SettingsError> {
        if text.len() > LONGEST {
            return Err(SettingsError::TooLong);
        }
        let tree: Value = json::read(text).ok_or(SettingsError::NotJson)?;
        match tree.get(MARK).map(Value::as_u64) {
            Some(Some(1..=VERSION)) => {}
            Some(Some(version)) if version > VERSION => {
                return Err(SettingsError::TooNew(version));
            }
            _ => return Err(SettingsError::NotOurs),
        }
        Ok(Self {
            client_id: entry(&tree, CLIENT_ID, |text| ClientId::parse(text).ok())?,
            theme: entry(&tree, THEME, Theme::parse)?,
            density: entry(&tree, DENSITY, Density::parse)?,
            pinned: list(&tree, PINNED, |id| id.to_owned().try_into().ok())?,
            searches: list(&tree, SEARCHES, |text| {
                let search = Search::for_text(text, None);
                (!search.text().is_empty()).then_some(search)
            })?,
        })
    }

    /// Puts them in place of those of this device.
    pub fn apply(&self, device: &Device) {
        if let Some(client_id) = &self.client_id {
            device.remember_client_id(client_id);
        }
        if let Some(theme) = self.theme {
            device.choose_theme(theme);
        }
        if let Some(density) = self.density {
            device.choose_density(density);
        }
        if let Some(pinned) = &self.pinned {
            device.remember_pinned(pinned);
        }
        if let Some(searches) = &self.searches {
            device.forget_searches();
            for search in searches.iter().rev() {
                device.remember_search(search);
            }
        }
    }
}

fn entry<T>(
    tree: &Value,
    name: &'static str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, SettingsError> {
    match tree.get(name) {
        None => Ok(None),
        Some(value) => match value.as_str().and_then(read) {
            Some(value) => Ok(Some(value)),
            None => Err(SettingsError::Entry(name)),
        },
    }
}

fn list<T>(
    tree: &Value,
    name: &'static str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<Vec<T>>, SettingsError> {
    let Some(value) = tree.get(name) else {
        return Ok(None);
    };
    let wrong = SettingsError::Entry(name);
    let entries = value.as_array().ok_or(wrong)?;
    let read = |entry: &Value| read(entry.as_str()?);
    let entries: Option<Vec<T>> = entries.iter().map(read).collect();
    entries.map(Some).ok_or(wrong)
}
