//! Ids: a thing's key, scrambled so that it looks like Spotify's and can be
//! read back without a table.

use crate::catalogue::keys::AlbumKey;
use crate::catalogue::keys::ArtistKey;
use crate::catalogue::keys::AudiobookKey;
use crate::catalogue::keys::ChapterKey;
use crate::catalogue::keys::EpisodeKey;
use crate::catalogue::keys::Picture;
use crate::catalogue::keys::ShowKey;
use crate::catalogue::keys::Thing;
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
    Show,
    Episode,
    Audiobook,
    Chapter,
    ShowPicture,
    AudiobookCover,
}

impl Kind {
    const ALL: [Self; 12] = [
        Self::Artist,
        Self::Album,
        Self::Track,
        Self::AlbumCover,
        Self::ArtistPicture,
        Self::Portrait,
        Self::Show,
        Self::Episode,
        Self::Audiobook,
        Self::Chapter,
        Self::ShowPicture,
        Self::AudiobookCover,
    ];
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
        self.of(Thing::Artist(key))
    }

    /// An album's id: 22 base62 characters.
    pub fn album(self, key: AlbumKey) -> String {
        self.of(Thing::Album(key))
    }

    /// A track's id: 22 base62 characters.
    pub fn track(self, key: TrackKey) -> String {
        self.of(Thing::Track(key))
    }

    /// The id of anything: 22 base62 characters.
    pub fn of(self, thing: Thing) -> String {
        base62(self.scrambled(thing))
    }

    /// A number to make dice for a thing from.
    pub fn number(self, thing: Thing) -> u64 {
        let scrambled = self.scrambled(thing);
        u64::try_from(scrambled >> 64).unwrap_or_default()
    }

    fn scrambled(self, thing: Thing) -> u128 {
        match thing {
            Thing::Artist(key) => self.scramble(Kind::Artist, key.0, 0),
            Thing::Album(key) => self.scramble(Kind::Album, key.artist.0, within(key, 0)),
            Thing::Track(TrackKey { album, number }) => {
                self.scramble(Kind::Track, album.artist.0, within(album, number))
            }
            Thing::Show(key) => self.scramble(Kind::Show, key.0, 0),
            Thing::Episode(key) => self.scramble(Kind::Episode, key.show.0, key.number),
            Thing::Audiobook(key) => self.scramble(Kind::Audiobook, key.0, 0),
            Thing::Chapter(key) => self.scramble(Kind::Chapter, key.audiobook.0, key.number),
        }
    }

    /// What an id stands for, whether that exists or not.
    pub fn read(self, id: &str) -> Option<Thing> {
        let (kind, first, second) = self.unscramble(read_base62(id)?)?;
        let [album, track] = second.to_be_bytes();
        let album = AlbumKey {
            artist: ArtistKey(first),
            number: album,
        };
        Some(match kind {
            Kind::Artist => Thing::Artist(ArtistKey(first)),
            Kind::Album => Thing::Album(album),
            Kind::Track => Thing::Track(TrackKey {
                album,
                number: track,
            }),
            Kind::Show => Thing::Show(ShowKey(first)),
            Kind::Episode => Thing::Episode(EpisodeKey {
                show: ShowKey(first),
                number: second,
            }),
            Kind::Audiobook => Thing::Audiobook(AudiobookKey(first)),
            Kind::Chapter => Thing::Chapter(ChapterKey {
                audiobook: AudiobookKey(first),
                number: second,
            }),
            _ => return None,
        })
    }

    /// The id of a picture in a size: 40 hexadecimal characters.
    pub fn image(self, picture: Picture, size: u16) -> String {
        let scrambled = match picture {
            Picture::Album(key) => self.scramble(Kind::AlbumCover, key.artist.0, within(key, 0)),
            Picture::Artist(key) => self.scramble(Kind::ArtistPicture, key.0, 0),
            Picture::Portrait(number) => self.scramble(Kind::Portrait, number, 0),
            Picture::Show(key) => self.scramble(Kind::ShowPicture, key.0, 0),
            Picture::Audiobook(key) => self.scramble(Kind::AudiobookCover, key.0, 0),
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
        let scrambled = u128::from_str_radix(scrambled, 16).ok()?;
        let (kind, first, second) = self.unscramble(scrambled)?;
        let picture = match kind {
            Kind::AlbumCover => Picture::Album(AlbumKey {
                artist: ArtistKey(first),
                number: second.to_be_bytes()[0],
            }),
            Kind::ArtistPicture => Picture::Artist(ArtistKey(first)),
            Kind::Portrait => Picture::Portrait(first),
            Kind::ShowPicture => Picture::Show(ShowKey(first)),
            Kind::AudiobookCover => Picture::Audiobook(AudiobookKey(first)),
            _ => return None,
        };
        Some((picture, size))
    }

    fn scramble(self, kind: Kind, first: u16, second: u16) -> u128 {
        let [a, b] = first.to_be_bytes();
        let [c, d] = second.to_be_bytes();
        let tail = u64::from_be_bytes([0, 0, 0, kind as u8, a, b, c, d]);
        let plain = u128::from(self.seed) << 64 | u128::from(tail);
        fold(fold(plain.wrapping_mul(SPREAD)).wrapping_mul(SPREAD))
    }

    fn unscramble(self, scrambled: u128) -> Option<(Kind, u16, u16)> {
        let undo = inverse(SPREAD);
        let plain = fold(fold(scrambled).wrapping_mul(undo)).wrapping_mul(undo);
        if u64::try_from(plain >> 64) != Ok(self.seed) {
            return None;
        }
        let tail = u64::try_from(plain & u128::from(u64::MAX)).ok()?;
        let [0, 0, 0, kind, a, b, c, d] = tail.to_be_bytes() else {
            return None;
        };
        let kind = Kind::ALL.into_iter().find(|known| *known as u8 == kind)?;
        Some((kind, u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d])))
    }
}

/// An artist's album and one of its tracks in one number.
fn within(album: AlbumKey, track: u8) -> u16 {
    u16::from_be_bytes([album.number, track])
}

/// Whether a text has the form of an id, whatever it stands for.
pub fn is_base62_id(text: &str) -> bool {
    text.len() == ID_LENGTH && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
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

/// A number as an id: 22 base62 characters.
pub fn base62(mut number: u128) -> String {
    let mut digits = [b'0'; ID_LENGTH];
    for digit in digits.iter_mut().rev() {
        *digit = ALPHABET[usize::try_from(number % 62).unwrap_or_default()];
        number /= 62;
    }
    digits.iter().map(|byte| char::from(*byte)).collect()
}

fn read_base62(id: &str) -> Option<u128> {
    if !is_base62_id(id) {
        return None;
    }
    id.bytes().try_fold(0u128, |number, byte| {
        let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
        let digit = u128::try_from(digit).ok()?;
        number.checked_mul(62)?.checked_add(digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_back_by_the_same_seed_alone() {
        let album = AlbumKey {
            artist: ArtistKey(419),
            number: 7,
        };
        let show = ShowKey(3);
        let audiobook = AudiobookKey(11);
        let things = [
            Thing::Artist(ArtistKey(0)),
            Thing::Album(album),
            Thing::Track(TrackKey { album, number: 200 }),
            Thing::Show(show),
            Thing::Episode(EpisodeKey { show, number: 300 }),
            Thing::Audiobook(audiobook),
            Thing::Chapter(ChapterKey {
                audiobook,
                number: 12,
            }),
        ];
        for thing in things {
            let id = Ids::new(9).of(thing);
            assert!(is_base62_id(&id), "{id}");
            assert_eq!(Ids::new(9).read(&id), Some(thing));
            assert_eq!(Ids::new(8).read(&id), None);
        }
        assert_eq!(Ids::new(9).read("zzzzzzzzzzzzzzzzzzzzzz"), None);
    }

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
