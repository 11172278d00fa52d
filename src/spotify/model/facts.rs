//! What several kinds of things tell of themselves.

use serde_json::Value;

use super::{Fields, FromJson, words};
use crate::ports::Millis;

words! {
    /// Why something cannot be played here.
    pub enum Restriction {
        /// Not in the listener's country.
        Market = "market",
        /// Not with their subscription.
        Product = "product",
        /// They do not want explicit content.
        Explicit = "explicit",
    }
    else {
        /// For a reason that is not known here.
        Other
    }
}

impl Restriction {
    /// Reads `restrictions`.
    pub(super) fn take(fields: &mut Fields) -> Option<Self> {
        fields.inner("restrictions").optional("reason")
    }
}

words! {
    /// What a copyright is for.
    pub enum CopyrightKind {
        /// The work.
        Work = "c",
        /// The recording.
        Recording = "p",
    }
    else {
        /// Not known here.
        Other
    }
}

/// A line of copyright.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copyright {
    /// As written; some begin with the sign, some do not.
    pub text: String,
    /// What it is for.
    pub kind: CopyrightKind,
}

impl FromJson for Copyright {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            text: fields.optional("text")?,
            kind: fields.or_default("type"),
        })
    }
}

/// What others call the same thing. Tracks of saved albums lack them (contract
/// 6.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExternalIds {
    /// The recording: what tells that two tracks are the same one.
    pub isrc: Option<String>,
    /// The product, in Europe.
    pub ean: Option<String>,
    /// The product.
    pub upc: Option<String>,
}

impl FromJson for ExternalIds {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            isrc: fields.optional("isrc"),
            ean: fields.optional("ean"),
            upc: fields.optional("upc"),
        })
    }
}

/// How far the listener came in an episode or a chapter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ResumePoint {
    /// To the end.
    pub is_fully_played: bool,
    /// Where to go on.
    pub position: Millis,
}

impl FromJson for ResumePoint {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            is_fully_played: fields.or_default("fully_played"),
            position: fields.or_default("resume_position_ms"),
        })
    }
}
