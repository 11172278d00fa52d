use serde_json::Value;

use super::{Fields, FromJson};
use crate::spotify::Tells;

/// A picture in one size. Sizes are hints and may be missing (contract 6.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Where it is.
    pub url: String,
    /// In pixels.
    pub width: Option<u32>,
    /// In pixels.
    pub height: Option<u32>,
}

impl FromJson for Image {
    fn from_json(value: Value) -> Option<Self> {
        let mut fields = Fields::of(value)?;
        Some(Self {
            url: fields.optional("url")?,
            width: fields.optional("width"),
            height: fields.optional("height"),
        })
    }
}

impl Tells for Image {}

/// The smallest picture at least `width` device pixels wide; failing that, the
/// widest; pictures of unknown width are the last resort.
pub fn image_for_width(images: &[Image], width: u32) -> Option<&Image> {
    let known = || {
        images
            .iter()
            .filter_map(|image| Some((image.width?, image)))
    };
    known()
        .filter(|(own, _)| *own >= width)
        .min_by_key(|(own, _)| *own)
        .or_else(|| known().max_by_key(|(own, _)| *own))
        .map(|(_, image)| image)
        .or_else(|| images.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_that_is_wide_enough_is_taken() {
        let image = |width| Image {
            url: format!("{width:?}"),
            width,
            height: None,
        };
        let images = [Some(640), Some(300), None, Some(64)].map(image);
        let chosen = |width| image_for_width(&images, width).and_then(|image| image.width);
        assert_eq!(chosen(64), Some(64));
        assert_eq!(chosen(65), Some(300));
        assert_eq!(chosen(300), Some(300));
        assert_eq!(chosen(2000), Some(640));
        assert_eq!(image_for_width(&[], 64), None);
        let unknown = [image(None)];
        assert_eq!(image_for_width(&unknown, 64), unknown.first());
    }
}
