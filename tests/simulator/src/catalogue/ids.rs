//! Ids: a thing's key, scrambled so that it looks like Spotify's and can be
//! read back without a table.

use crate::catalogue::keys::AlbumKey;
use crate::catalogue::keys::ArtistKey;
use crate::catalogue::keys::Picture;
use crate::catalogue::keys::TrackKey;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ID_LENGTH: usize = 22;
/// Odd, so that multiplying by it can be undone.
const SPREAD: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
/// At least half the width, so that shifting and mixing in undoes itself.
const FOLD: u32 = 67;

/// What kind of thing an id stands for.
#[derive(Clone, Copy)]
enum Kind {
    Artist = 1,
    Album,
    Track,
    AlbumCover,
    ArtistPicture,
    Portrait,
}

/// Makes ids and reads them back.
#[derive(Clone, Copy, Debug)]
pub struct Ids {
    seed: u64,
}

impl Ids {
    /// The ids of a seed's music.
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// An artist's id: 22 base62 characters.
    pub fn artist(self, key: ArtistKey) -> String {
        base62(self.scramble(Kind::Artist, key.0, 0, 0))
    }

    /// An album's id: 22 base62 characters.
    pub fn album(self, key: AlbumKey) -> String {
        base62(self.scramble(Kind::Album, key.artist.0, key.number, 0))
    }

    /// A track's id: 22 base62 characters.
    pub fn track(self, key: TrackKey) -> String {
        let TrackKey { album, number } = key;
        base62(self.scramble(Kind::Track, album.artist.0, album.number, number))
    }

    /// The id of a picture in a size: 40 hexadecimal characters.
    pub fn image(self, picture: Picture, size: u16) -> String {
        let scrambled = match picture {
            Picture::Album(key) => self.scramble(Kind::AlbumCover, key.artist.0, key.number, 0),
            Picture::Artist(key) => self.scramble(Kind::ArtistPicture, key.0, 0, 0),
            Picture::Portrait(number) => self.scramble(Kind::Portrait, number, 0, 0),
        };
        format!("ab67{size:04x}{scrambled:032x}")
    }

    /// The picture and the size that an id of [`Ids::image`] stands for.
    pub fn read_image(self, id: &str) -> Option<(Picture, u16)> {
        let (size, scrambled) = id.strip_prefix("ab67")?.split_at_checked(4)?;
        let size = u16::from_str_radix(size, 16).ok()?;
        if scrambled.len() != 32 {
            return None;
        }
        let (kind, artist, album, _) =
            self.unscramble(u128::from_str_radix(scrambled, 16).ok()?)?;
        let artist_key = ArtistKey(artist);
        let picture = match kind {
            kind if kind == Kind::AlbumCover as u8 => Picture::Album(AlbumKey {
                artist: artist_key,
                number: album,
            }),
            kind if kind == Kind::ArtistPicture as u8 => Picture::Artist(artist_key),
            kind if kind == Kind::Portrait as u8 => Picture::Portrait(artist),
            _ => return None,
        };
        Some((picture, size))
    }

    fn scramble(self, kind: Kind, artist: u16, album: u8, track: u8) -> u128 {
        let [high, low] = artist.to_be_bytes();
        let tail = u64::from_be_bytes([0, 0, 0, kind as u8, high, low, album, track]);
        let plain = u128::from(self.seed) << 64 | u128::from(tail);
        fold(fold(plain.wrapping_mul(SPREAD)).wrapping_mul(SPREAD))
    }

    fn unscramble(self, scrambled: u128) -> Option<(u8, u16, u8, u8)> {
        let undo = inverse(SPREAD);
        let plain = fold(fold(scrambled).wrapping_mul(undo)).wrapping_mul(undo);
        if u64::try_from(plain >> 64) != Ok(self.seed) {
            return None;
        }
        let tail = u64::try_from(plain & u128::from(u64::MAX)).ok()?;
        match tail.to_be_bytes() {
            [0, 0, 0, kind, high, low, album, track] => {
                Some((kind, u16::from_be_bytes([high, low]), album, track))
            }
            _ => None,
        }
    }
}

fn fold(number: u128) -> u128 {
    number ^ number >> FOLD
}

/// The number that undoes multiplying by an odd one, by Newton's method: each
/// round doubles the number of right bits, from three.
fn inverse(odd: u128) -> u128 {
    let mut inverse = odd;
    for _ in 0..6 {
        inverse = inverse.wrapping_mul(2u128.wrapping_sub(odd.wrapping_mul(inverse)));
    }
    inverse
}

fn base62(mut number: u128) -> String {
    let mut digits = [b'0'; ID_LENGTH];
    for digit in digits.iter_mut().rev() {
        *digit = ALPHABET[usize::try_from(number % 62).unwrap_or_default()];
        number /= 62;
    }
    digits.iter().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_read_back_by_the_same_seed_alone() {
        let picture = Picture::Album(AlbumKey {
            artist: ArtistKey(419),
            number: 7,
        });
        let id = Ids::new(9).image(picture, 300);
        assert_eq!(id.len(), 40);
        assert_eq!(Ids::new(9).read_image(&id), Some((picture, 300)));
        assert_eq!(Ids::new(8).read_image(&id), None);
        assert_eq!(Ids::new(9).read_image(&id.replace("ab67", "ab68")), None);
    }
}
