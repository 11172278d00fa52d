//! What is said of things in a line.

use crate::{
    platform,
    spotify::model::{AlbumType, Copyright, CopyrightKind, ReleaseDate},
    ui::dom::{El, el},
};

/// What an album calls itself.
pub const fn album_kind(kind: AlbumType) -> &'static str {
    match kind {
        AlbumType::Album => "Album",
        AlbumType::Single => "Single",
        AlbumType::Compilation => "Compilation",
        AlbumType::Other => "Release",
    }
}

/// Several things in a line, with a dot between them; what is empty is left
/// out.
pub fn dotted(parts: &[&str]) -> String {
    let parts = parts.iter().copied().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// So many of something, such as "1 track" and "1,284 tracks".
pub fn counted(count: u32, one: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {one}{plural}", platform::number(count))
}

/// The year.
pub fn year(date: Option<ReleaseDate>) -> String {
    date.map(|date| date.year.to_string()).unwrap_or_default()
}

/// The date, as exactly as it is known.
pub fn released(date: Option<ReleaseDate>) -> String {
    date.map(|date| platform::calendar_date(date.year, date.month, date.day))
        .unwrap_or_default()
}

/// A note in small letters with the lines of copyright, each with its sign.
pub fn copyright(lines: &[Copyright]) -> El {
    let lines: Vec<_> = lines.iter().map(signed).collect();
    el("footer").class("copyright").with(lines)
}

fn signed(line: &Copyright) -> El {
    const SIGNS: [&str; 6] = ["(C)", "(P)", "(c)", "(p)", "©", "℗"];
    let bare = SIGNS
        .into_iter()
        .find_map(|sign| line.text.trim().strip_prefix(sign));
    let sign = match line.kind {
        CopyrightKind::Work => "© ",
        CopyrightKind::Recording => "℗ ",
        CopyrightKind::Other => "",
    };
    let text = bare.unwrap_or(&line.text).trim();
    el("p").class("fine").text(sign).text(text)
}
