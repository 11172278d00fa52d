use base64::{Engine, prelude::BASE64_STANDARD};

/// A picture that can be the cover of a playlist (contract 4.4): the base64 of
/// a JPEG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverJpeg(String);

/// A picture that cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCover {
    /// It is something else.
    #[error("not a JPEG")]
    NotJpeg,
    /// It is larger than Spotify takes.
    #[error("larger than {MOST_BYTES} bytes as base64")]
    TooLarge,
}

const MOST_BYTES: usize = 256 * 1000;

/// What every JPEG begins with.
const BEGINNING: [u8; 3] = [0xff, 0xd8, 0xff];

impl CoverJpeg {
    pub(super) fn into_base64(self) -> String {
        self.0
    }
}

impl TryFrom<&[u8]> for CoverJpeg {
    type Error = InvalidCover;

    fn try_from(picture: &[u8]) -> Result<Self, InvalidCover> {
        if !picture.starts_with(&BEGINNING) {
            return Err(InvalidCover::NotJpeg);
        }
        if picture.len().div_ceil(3) * 4 > MOST_BYTES {
            return Err(InvalidCover::TooLarge);
        }
        Ok(Self(BASE64_STANDARD.encode(picture)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cover_is_a_jpeg_of_the_size_that_spotify_takes() {
        let cover = |length| {
            let mut picture = BEGINNING.to_vec();
            picture.resize(length, 0);
            CoverJpeg::try_from(&*picture).map(|cover| cover.into_base64().len())
        };
        assert_eq!(cover(3), Ok(4));
        assert_eq!(cover(192_000), Ok(256_000));
        assert_eq!(cover(192_001), Err(InvalidCover::TooLarge));
        assert_eq!(CoverJpeg::try_from(&b"PNG"[..]), Err(InvalidCover::NotJpeg));
    }
}
