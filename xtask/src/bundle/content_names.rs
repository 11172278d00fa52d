//! Names for the files of a release that change whenever their content does.
//!
//! The part that Trunk puts into the names of the script and the WebAssembly
//! is taken before wasm-bindgen and wasm-opt have run. Another version of
//! either gives other bytes under the same name, and a browser that kept the
//! old ones would refuse them for their checksum.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::html;
use crate::trouble::{OrTrouble, Outcome};

const NEXT: &str = "Check the folder's rights and free space, and build again.";
/// Hexadecimal characters in a name: enough to never meet twice.
const LENGTH: usize = 16;
/// Files are renamed in this order, so that what refers to others comes last.
const KINDS: [&str; 5] = ["svg", "wasm", "css", "mjs", "js"];

/// Renames the files beside the page that Trunk gave a hash, and puts the new
/// names into the page. Returns the page and the new names.
///
/// # Errors
/// When a file cannot be read or renamed.
pub fn give(folder: &Path, mut page: String) -> Outcome<(String, Vec<String>)> {
    let mut renamed: Vec<(String, String)> = Vec::new();
    for kind in KINDS {
        for old in files(folder, kind)? {
            let Some(stem) = stem(&old) else { continue };
            let mut content =
                fs::read(folder.join(&old)).or_trouble(format_args!("Cannot read {old}"), NEXT)?;
            if kind == "js" {
                content = with_names(content, &renamed);
            }
            let new = named(&stem, kind, &content);
            fs::remove_file(folder.join(&old))
                .and_then(|()| fs::write(folder.join(&new), &content))
                .or_trouble(format_args!("Cannot rename {old} to {new}"), NEXT)?;
            page = with_checksum(&page, &old, &content).replace(&old, &new);
            renamed.push((old, new));
        }
    }
    Ok((page, renamed.into_iter().map(|(_, new)| new).collect()))
}

/// The name of a file with this content.
pub fn named(stem: &str, kind: &str, content: &[u8]) -> String {
    format!("{stem}-{}.{kind}", short_hash(content))
}

/// The names of the files of a kind directly in the folder, sorted.
///
/// # Errors
/// When the folder cannot be read.
pub fn files(folder: &Path, kind: &str) -> Outcome<Vec<String>> {
    let entries =
        fs::read_dir(folder).or_trouble(format_args!("Cannot list {}", folder.display()), NEXT)?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|own| own == kind))
        .collect();
    names.sort_unstable();
    Ok(names)
}

/// A file name without its ending and without the hash that Trunk put into
/// it, behind most names and before that of an initialiser; `None` when there
/// is no hash.
fn stem(name: &str) -> Option<String> {
    let (whole, _) = name.rsplit_once('.')?;
    if let Some((first, behind)) = whole.split_once('-')
        && is_hash(first)
    {
        return Some(behind.to_owned());
    }
    let (before, last) = whole.rsplit_once('-')?;
    let (hash, behind) = last
        .strip_suffix("_bg")
        .map_or((last, ""), |hash| (hash, "_bg"));
    is_hash(hash).then(|| format!("{before}{behind}"))
}

/// Trunk writes 64 bits without leading zeros.
fn is_hash(text: &str) -> bool {
    (LENGTH / 2..=LENGTH).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn short_hash(content: &[u8]) -> String {
    let mut hash = format!("{:x}", Sha256::digest(content));
    hash.truncate(LENGTH);
    hash
}

fn with_names(script: Vec<u8>, renamed: &[(String, String)]) -> Vec<u8> {
    match String::from_utf8(script) {
        Ok(text) => renamed
            .iter()
            .fold(text, |text, (old, new)| text.replace(old, new))
            .into_bytes(),
        Err(other) => other.into_bytes(),
    }
}

/// Renews the checksum of the link to a file, if it has one: the content may
/// have changed with the names in it.
fn with_checksum(page: &str, file: &str, content: &[u8]) -> String {
    let tags = html::tags(page);
    let link = tags.iter().find(|tag| {
        let own = tag.value("href").unwrap_or_default();
        own.rsplit('/').next() == Some(file) && tag.value("integrity").is_some()
    });
    link.map_or_else(
        || page.to_owned(),
        |link| {
            let checksum = STANDARD.encode(Sha384::digest(content));
            link.with(page, "integrity", &format!("sha384-{checksum}"))
        },
    )
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{give, stem};

    #[test]
    fn only_the_hash_of_trunk_is_taken_off() {
        let cases = [
            ("cratedigger-6f3c2ab91d4e5f60.js", Some("cratedigger")),
            (
                "cratedigger-6f3c2ab91d4e5f60_bg.wasm",
                Some("cratedigger_bg"),
            ),
            ("two-words-6f3c2ab91d4e5f6.css", Some("two-words")),
            ("6f3c2ab91d4e5f60-two-words.mjs", Some("two-words")),
            ("cratedigger.js", None),
            ("cratedigger_bg.wasm", None),
            ("fall-back.css", None),
            ("a-decade.js", None),
        ];
        for (name, expected) in cases {
            assert_eq!(stem(name).as_deref(), expected, "{name}");
        }
    }

    /// A folder that goes away with the test.
    struct Folder(PathBuf);

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn built(name: &str, wasm: &str) -> (Folder, String, Vec<String>) {
        let folder = Folder(std::env::temp_dir().join(format!("{name}-{}", std::process::id())));
        fs::create_dir_all(&folder.0).expect("a folder");
        let files = [
            ("app-0123456789abcdef_bg.wasm", wasm),
            (
                "app-0123456789abcdef.js",
                "load('app-0123456789abcdef_bg.wasm')",
            ),
            ("main-00112233.css", "p{}"),
            ("icon.svg", "<svg/>"),
        ];
        for (file, text) in files {
            fs::write(folder.0.join(file), text).expect("a file");
        }
        let page = "<link rel=modulepreload href=/app-0123456789abcdef.js integrity=old>\
             <link rel=preload as=fetch href=/app-0123456789abcdef_bg.wasm>\
             <link rel=stylesheet href=/main-00112233.css>\
             <script>import '/app-0123456789abcdef.js'</script>";
        let (page, names) = give(&folder.0, page.to_owned()).expect("names");
        (folder, page, names)
    }

    #[test]
    fn names_follow_content_and_the_page_follows_names() {
        let (folder, page, names) = built("content-names-a", "one");
        // `printf one | sha256sum`, `printf 'p{}' | sha256sum`
        assert_eq!(names[0], "app_bg-7692c3ad3540bb80.wasm");
        assert!(names[1].starts_with("main-") && names[2].starts_with("app-"));
        for name in &names {
            assert!(folder.0.join(name).is_file(), "{name}");
            assert!(page.contains(name.as_str()), "{name}");
        }
        assert!(!page.contains("0123456789abcdef") && !page.contains("00112233"));
        assert_eq!(fs::read_dir(&folder.0).map(Iterator::count).ok(), Some(4));
        let script = fs::read_to_string(folder.0.join(&names[2])).expect("the script");
        assert_eq!(script, format!("load('{}')", names[0]));
    }

    #[test]
    fn other_bytes_give_other_names_to_all_that_refer_to_them() {
        let (_one, page_one, one) = built("content-names-b", "one");
        let (_two, page_two, two) = built("content-names-c", "two");
        assert_ne!(one[0], two[0]);
        assert_eq!(one[1], two[1]);
        assert_ne!(one[2], two[2]);
        let checksum = |page: &str| {
            let start = page.find("sha384-").expect("a checksum");
            page[start..start + 71].to_owned()
        };
        assert_ne!(checksum(&page_one), checksum(&page_two));
    }
}
