use leptos::web_sys::Node;

use super::{El, document};

/// Any number of nodes side by side.
#[derive(Default)]
pub struct Piece(Vec<Node>);

/// These, one after another.
pub fn pieces<const N: usize>(parts: [Piece; N]) -> Piece {
    Piece(parts.into_iter().flat_map(|part| part.0).collect())
}

impl Piece {
    /// Nothing at all.
    pub const NONE: Self = Self(Vec::new());

    pub(super) fn from_fragment(fragment: Node) -> Self {
        Self(vec![fragment])
    }

    pub(super) fn into_nodes(self) -> Vec<Node> {
        self.0
    }

    /// With this behind it.
    #[must_use]
    pub fn and(mut self, other: impl Into<Self>) -> Self {
        self.0.extend(other.into().0);
        self
    }
}

impl From<El> for Piece {
    fn from(element: El) -> Self {
        Self(vec![element.element().clone().into()])
    }
}

impl From<&str> for Piece {
    fn from(text: &str) -> Self {
        Self(vec![document().create_text_node(text).into()])
    }
}

impl From<String> for Piece {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Piece {
    fn from(part: Option<T>) -> Self {
        part.map_or(Self::NONE, Into::into)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Piece {
    fn from(parts: Vec<T>) -> Self {
        Self(parts.into_iter().flat_map(|part| part.into().0).collect())
    }
}

impl<T: Into<Self>, const N: usize> From<[T; N]> for Piece {
    fn from(parts: [T; N]) -> Self {
        Self(parts.into_iter().flat_map(|part| part.into().0).collect())
    }
}
