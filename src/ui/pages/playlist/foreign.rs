use super::note;
use crate::ui::dom::El;

/// What stands in place of the items of somebody else's playlist, which Spotify
/// shows to nobody but its owner and those who may change it (contract 4.4).
pub fn foreign() -> El {
    note(
        "What is in it stays with its owner",
        &[
            "Since 2026 Spotify shows apps the contents of a playlist only to its owner and to \
             those who may change it. Nothing is wrong, and there is nothing to grant.",
            "It can be played from here, followed, and opened in Spotify, where everything that is \
             in it can be seen.",
        ],
    )
}
