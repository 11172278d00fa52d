use serde_json::Value;

use super::{ExternalUrls, Fields, FromJson, Image, Owner, PlainText, PlaylistItem};
use crate::spotify::{Known, Page, PlaylistId, SnapshotId, Tells};

/// Who may see and change a playlist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Shown on its owner's profile.
    Public,
    /// Not shown there.
    Private,
    /// Not shown there, and changed by others too.
    Collaborative,
}

impl Visibility {
    const fn of(collaborative: bool, public: Option<bool>) -> Option<Self> {
        match (collaborative, public) {
            (true, _) => Some(Self::Collaborative),
            (false, Some(true)) => Some(Self::Public),
            (false, Some(false)) => Some(Self::Private),
            (false, None) => None,
        }
    }
}

/// A playlist as lists name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimplifiedPlaylist {
    /// Its id.
    pub id: PlaylistId,
    /// Its name; may be empty.
    pub name: String,
    /// What its owner says of it.
    pub description: PlainText,
    /// Its cover, one or in several sizes. The addresses are good for less than
    /// a day (contract 6.3).
    pub images: Vec<Image>,
    /// Whose it is.
    pub owner: Option<Owner>,
    /// Whether others change it too.
    pub collaborative: bool,
    /// Whether it is shown on its owner's profile, where that is told.
    pub public: Option<bool>,
    /// The version of its contents.
    pub snapshot_id: Option<SnapshotId>,
    /// How many items it has; may be missing, may be wrong.
    pub item_total: Option<u32>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
}

impl SimplifiedPlaylist {
    /// Who may see and change it, where that is told.
    pub const fn visibility(&self) -> Option<Visibility> {
        Visibility::of(self.collaborative, self.public)
    }

    fn take(fields: &mut Fields, item_total: Option<u32>) -> Option<Self> {
        Some(Self {
            id: fields.optional("id")?,
            name: fields.or_default("name"),
            description: PlainText::take(fields),
            images: fields.list("images"),
            owner: fields.optional("owner"),
            collaborative: fields.or_default("collaborative"),
            public: fields.optional("public"),
            snapshot_id: fields.optional("snapshot_id"),
            item_total,
            external_urls: fields.or_default("external_urls"),
        })
    }
}

/// What is told of the contents, by its new name or else by its name of old
/// (contract 5.3): the page, if there is one, and how many there are.
fn contents(fields: &mut Fields) -> (Option<Value>, Option<u32>) {
    let old = fields.take("tracks");
    let contents = match fields.take("items") {
        Value::Object(new) => Value::Object(new),
        _ => old,
    };
    let total = contents.get("total").cloned().and_then(u32::from_json);
    // Without a list there is only the number of them.
    let has_list = contents.get("items").is_some_and(Value::is_array);
    (has_list.then_some(contents), total)
}

impl FromJson for SimplifiedPlaylist {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let (_, total) = contents(&mut fields);
        Self::take(&mut fields, total)
    }
}

impl Tells for SimplifiedPlaylist {
    fn tell(&self, known: &mut Known) {
        known.learn(self.id.clone(), self);
    }
}

/// A playlist, with its first items if they are shown to the listener.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Playlist {
    /// Its id.
    pub id: PlaylistId,
    /// Its name; may be empty.
    pub name: String,
    /// What its owner says of it.
    pub description: PlainText,
    /// Its cover, one or in several sizes. The addresses are good for less than
    /// a day (contract 6.3).
    pub images: Vec<Image>,
    /// Whose it is.
    pub owner: Option<Owner>,
    /// Whether others change it too.
    pub collaborative: bool,
    /// Whether it is shown on its owner's profile, where that is told.
    pub public: Option<bool>,
    /// The version of its contents.
    pub snapshot_id: Option<SnapshotId>,
    /// How many items it has; may be missing, may be wrong.
    pub item_total: Option<u32>,
    /// Its page at Spotify.
    pub external_urls: ExternalUrls,
    /// The first page of its items; `None` if the listener neither owns it nor
    /// collaborates (contract 4.4).
    pub items: Option<Page<PlaylistItem>>,
}

impl Playlist {
    /// Who may see and change it, where that is told.
    pub const fn visibility(&self) -> Option<Visibility> {
        Visibility::of(self.collaborative, self.public)
    }

    /// As lists name it.
    pub fn simplified(&self) -> SimplifiedPlaylist {
        SimplifiedPlaylist {
            id: self.id.clone(),
            name: self.name.clone(),
            description: self.description.clone(),
            images: self.images.clone(),
            owner: self.owner.clone(),
            collaborative: self.collaborative,
            public: self.public,
            snapshot_id: self.snapshot_id.clone(),
            item_total: self.item_total,
            external_urls: self.external_urls.clone(),
        }
    }
}

impl FromJson for Playlist {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        let (page, total) = contents(&mut fields);
        let header = SimplifiedPlaylist::take(&mut fields, total)?;
        Some(Self {
            id: header.id,
            name: header.name,
            description: header.description,
            images: header.images,
            owner: header.owner,
            collaborative: header.collaborative,
            public: header.public,
            snapshot_id: header.snapshot_id,
            item_total: header.item_total,
            external_urls: header.external_urls,
            items: page.and_then(Page::from_json),
        })
    }
}

impl Tells for Playlist {
    fn tell(&self, known: &mut Known) {
        known.learn(self.id.clone(), self);
        self.simplified().tell(known);
        self.items.tell(known);
    }
}

/// The answer to a change of a playlist's contents, and to the question for
/// their version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The version, where it is told.
    pub snapshot_id: Option<SnapshotId>,
}

impl FromJson for Snapshot {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            snapshot_id: fields.optional("snapshot_id"),
        })
    }
}

impl Tells for Snapshot {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spotify::model::read;

    fn playlist(rest: &str) -> Playlist {
        read(&format!(r#"{{"id":"4iV5W9uYEdYUVa79Axb7Rh"{rest}}}"#)).expect("readable")
    }

    #[test]
    fn contents_are_read_under_both_names() {
        for (rest, total, on_page) in [
            ("", None, None),
            (r#","items":null,"images":null"#, None, None),
            (r#","tracks":{"href":"x","total":7}"#, Some(7), None),
            (
                r#","items":{"href":"x","total":8},"tracks":{"total":7}"#,
                Some(8),
                None,
            ),
            (r#","items":{"items":[],"total":0}"#, Some(0), Some(0)),
            (
                r#","tracks":{"items":[{"track":null}],"total":null}"#,
                None,
                Some(1),
            ),
            (
                r#","items":{"items":[{},null],"total":2},"tracks":null"#,
                Some(2),
                Some(2),
            ),
        ] {
            let playlist = playlist(rest);
            let entries = playlist.items.map(|page| page.entries.len());
            assert_eq!((playlist.item_total, entries), (total, on_page), "{rest}");
        }
    }

    #[test]
    fn visibility_is_known_only_where_it_is_told() {
        for (rest, visibility) in [
            (
                r#","public":true,"collaborative":false"#,
                Some(Visibility::Public),
            ),
            (r#","public":false"#, Some(Visibility::Private)),
            (
                r#","public":false,"collaborative":true"#,
                Some(Visibility::Collaborative),
            ),
            (r#","public":null,"collaborative":null"#, None),
        ] {
            assert_eq!(playlist(rest).visibility(), visibility, "{rest}");
        }
    }

    #[test]
    fn a_description_is_plain_text() {
        let rest = r#","description":"Ada&#x27;s <a href=\"x\">mix</a>","owner":{"id":"ada"}"#;
        assert_eq!(playlist(rest).description.as_str(), "Ada's mix");
    }
}
