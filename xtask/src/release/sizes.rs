//! What the first visit costs to load.

use std::fmt;
use std::fs;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::bundle::PAGE;
use crate::table::Table;
use crate::trouble::{OrTrouble, Outcome};

/// What the first load should stay under, in bytes after brotli.
pub const BUDGET: u64 = 200_000;
/// What it must stay under, with everything the app does (design 7).
pub const HARD_BUDGET: u64 = 250_000;

/// What a first load takes, in the order of the page's needs.
const KINDS: [&str; 5] = ["html", "css", "mjs", "js", "wasm"];
/// As servers that compress beforehand set it: the best there is.
const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// Where the script names the parts that somebody who is signed in needs at once.
const AT_ONCE: &str = "const AT_ONCE = [";

/// The sizes of the files of a first load, of the parts that come with it for
/// somebody who is signed in, and of those that arrive when they are first used.
pub struct Sizes {
    files: Vec<Size>,
    at_once: Vec<Size>,
    later: Vec<Size>,
}

/// The size of one file.
struct Size {
    name: String,
    raw: u64,
    brotli: u64,
}

impl Sizes {
    /// Weighs the files of a bundle.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn of(dist: &Path) -> Outcome<Self> {
        let next = "Build the bundle again with `cargo xtask dist`.";
        let page = fs::read_to_string(dist.join(PAGE)).or_trouble("Cannot read the page", next)?;
        let mut sizes = Self {
            files: Vec::new(),
            at_once: Vec::new(),
            later: Vec::new(),
        };
        let mut needed_at_once = String::new();
        for name in weighed(dist).or_trouble("Cannot list the bundle", next)? {
            let content =
                fs::read(dist.join(&name)).or_trouble(format_args!("Cannot read {name}"), next)?;
            // Scripts come before WebAssembly.
            if let Some(parts) = named_at_once(&content) {
                needed_at_once = parts;
            }
            // The page names all that it begins with.
            let kind = if name == PAGE || page.contains(&name) {
                &mut sizes.files
            } else if needed_at_once.contains(&name) {
                &mut sizes.at_once
            } else {
                &mut sizes.later
            };
            kind.push(Size {
                name,
                raw: content.len() as u64,
                brotli: compressed(&content).or_trouble("Cannot compress", next)?,
            });
        }
        Ok(sizes)
    }

    /// Each file with its bytes after brotli.
    pub fn files(&self) -> impl Iterator<Item = (&str, u64)> {
        self.files
            .iter()
            .map(|file| (file.name.as_str(), file.brotli))
    }

    /// The bytes of a first load after brotli.
    pub fn total(&self) -> u64 {
        brotli(&self.files)
    }

    /// The same for somebody who is signed in, as after an update.
    pub fn total_signed_in(&self) -> u64 {
        self.total() + brotli(&self.at_once)
    }
}

fn brotli(files: &[Size]) -> u64 {
    files.iter().map(|file| file.brotli).sum()
}

/// The parts that a script names as needed at once, if it is the one that does.
fn named_at_once(script: &[u8]) -> Option<String> {
    let (_, named) = str::from_utf8(script).ok()?.split_once(AT_ONCE)?;
    Some(named.split_once(']')?.0.to_owned())
}

impl fmt::Display for Sizes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::new(&["first load", "bytes", "brotli 11"]);
        for file in &self.files {
            table.row(&[&file.name, &grouped(file.raw), &grouped(file.brotli)]);
        }
        let raw = self.files.iter().map(|file| file.raw).sum();
        table.row(&["total", &grouped(raw), &grouped(self.total())]);
        table.row(&["budget", "", &grouped(BUDGET)]);
        for (when, parts) in [("signed in", &self.at_once), ("later", &self.later)] {
            for part in parts {
                let name = format!("{when}: {}", part.name);
                table.row(&[&name, &grouped(part.raw), &grouped(part.brotli)]);
            }
        }
        let signed_in = grouped(self.total_signed_in());
        table.row(&["total, signed in", "", &signed_in]);
        table.fmt(formatter)?;
        if self.total() > BUDGET {
            writeln!(
                formatter,
                "The first load is over its budget of {} bytes (the limit is {}).",
                grouped(BUDGET),
                grouped(HARD_BUDGET)
            )?;
        }
        Ok(())
    }
}

/// The page, and the styles, scripts and WebAssembly beside it.
fn weighed(dist: &Path) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let kind = kind(&name);
        if name == PAGE || (kind.is_some() && kind != Some(0)) {
            names.push(name);
        }
    }
    names.sort_by_key(|name| (kind(name), name.clone()));
    Ok(names)
}

fn kind(name: &str) -> Option<usize> {
    let (_, ending) = name.rsplit_once('.')?;
    KINDS.iter().position(|kind| *kind == ending)
}

fn compressed(content: &[u8]) -> std::io::Result<u64> {
    let parameters = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut input = content;
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut input, &mut output, &parameters)?;
    Ok(output.len() as u64)
}

/// A number with its thousands apart.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, Size, Sizes, compressed, grouped, named_at_once};

    #[test]
    fn numbers_are_readable() {
        let cases = [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ];
        for (number, expected) in cases {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn the_total_is_that_of_the_compressed_files_and_is_held_against_the_budget() {
        let size = |brotli| Size {
            name: "a.js".to_owned(),
            raw: 1_000_000,
            brotli,
        };
        let small = Sizes {
            files: vec![size(100_000), size(100_000)],
            at_once: vec![size(50_000)],
            later: vec![size(900_000)],
        };
        assert_eq!(small.total(), BUDGET);
        assert_eq!(small.total_signed_in(), BUDGET + 50_000);
        assert!(!small.to_string().contains("over its budget"));
        let large = Sizes {
            files: vec![size(100_000), size(100_001)],
            at_once: Vec::new(),
            later: Vec::new(),
        };
        assert!(large.to_string().contains("over its budget"));
    }

    #[test]
    fn the_script_says_what_is_needed_at_once() {
        let script = "const begun = 1;\nconst AT_ONCE = [\"./a.wasm\", \"./b.wasm\"];\n";
        let named = named_at_once(script.as_bytes());
        assert_eq!(named.as_deref(), Some("\"./a.wasm\", \"./b.wasm\""));
        assert_eq!(named_at_once(b"const begun = 1;"), None);
    }

    #[test]
    fn what_repeats_itself_becomes_small() {
        let size = compressed(&[b'a'; 10_000]).unwrap_or(u64::MAX);
        assert!(size < 30, "{size}");
    }
}
