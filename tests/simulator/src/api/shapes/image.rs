//! Images in the sizes Spotify gives them (contract 6.3).

use serde_json::Value;
use serde_json::json;

use crate::catalogue::Catalogue;
use crate::catalogue::Picture;
use crate::host::Links;

const ALBUM_SIZES: [u16; 3] = [640, 300, 64];
const ARTIST_SIZES: [u16; 3] = [640, 320, 160];
const USER_SIZES: [u16; 2] = [300, 64];

/// The images of a picture, widest first.
pub fn images(picture: Picture, catalogue: &Catalogue, links: &Links) -> Value {
    let sizes = match picture {
        Picture::Album(_) | Picture::Show(_) | Picture::Audiobook(_) => ALBUM_SIZES.as_slice(),
        Picture::Artist(_) => ARTIST_SIZES.as_slice(),
        Picture::Portrait(_) => USER_SIZES.as_slice(),
    };
    sizes
        .iter()
        .map(|size| image(picture, *size, catalogue, links))
        .collect()
}

fn image(picture: Picture, size: u16, catalogue: &Catalogue, links: &Links) -> Value {
    let id = catalogue.ids().image(picture, size);
    json!({"url": links.image(&id), "height": size, "width": size})
}
