//! Reading JSON.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads `text` by way of a tree, so that the bundle holds one parser of text
/// and not one for each shape. `None` if it is not JSON, or not of the shape.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let tree: Value = serde_json::from_str(text).ok()?;
    T::deserialize(tree).ok()
}
