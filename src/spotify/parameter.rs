use super::ItemKind;

/// Where a parameter stands in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path, in braces.
    Path,
    /// In the query.
    Query,
    /// A field of the JSON body.
    Body,
}

/// What a parameter may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// An id of this kind of thing.
    Id(ItemKind),
    /// A `spotify:` URI.
    Uri,
    /// Several of them, at most so many.
    Uris {
        /// The most that one call takes.
        most: usize,
    },
    /// A whole number in this range, both ends included.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A moment in milliseconds since the Unix epoch.
    Moment,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Some of these words, separated by commas.
    SomeOf(&'static [&'static str]),
    /// Yes or no.
    Flag,
    /// A country: ISO 3166-1 alpha-2.
    Market,
    /// The id of a device.
    Device,
    /// Free text.
    Text,
    /// The base64 of a JPEG, at most 256 KB, which is the whole body.
    Jpeg,
    /// A part of the body that has parts of its own.
    Structure,
}

/// One parameter of an endpoint (contract 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// What it may be.
    pub values: Values,
    /// Whether the call makes no sense without it.
    pub is_required: bool,
}

impl Parameter {
    /// The country to answer for. With a listener's token their own country
    /// wins over it, so the app sends none by itself (contract 6.2).
    pub const MARKET: Self = Self::query("market", Values::Market);

    /// Where a page begins.
    pub const OFFSET: Self = Self::query(
        "offset",
        Values::Number {
            least: 0,
            most: 100_000,
        },
    );

    /// How much one page holds, at most `most`.
    pub const fn limit(most: u32) -> Self {
        Self::query("limit", Values::Number { least: 1, most })
    }

    /// An id in the path, `{id}`.
    pub const fn id(kind: ItemKind) -> Self {
        Self {
            name: "id",
            place: Place::Path,
            values: Values::Id(kind),
            is_required: true,
        }
    }

    /// A parameter of the query that may be left out.
    pub const fn query(name: &'static str, values: Values) -> Self {
        Self {
            name,
            place: Place::Query,
            values,
            is_required: false,
        }
    }

    /// A field of the body that may be left out.
    pub const fn body(name: &'static str, values: Values) -> Self {
        Self {
            name,
            place: Place::Body,
            values,
            is_required: false,
        }
    }

    /// The same, but it may not be left out.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }
}
