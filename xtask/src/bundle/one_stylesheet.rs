//! One style sheet of all: each file would be a request of its own that the
//! first paint waits for. The cascade layers are written in several files for
//! those who read them, not for the browser.

use std::fs;
use std::path::Path;

use super::html::{self, Tag};
use super::squeezed_css::squeezed;
use crate::trouble::{OrTrouble, Outcome};

const NEXT: &str = "Check the folder's rights and free space, and build again.";
/// What the file is called until it gets a name from its content.
const JOINED: &str = "style-0000000000000000.css";

/// Joins the style sheets that the page links to, in their order, into one
/// file in place of the first. Returns the page with the one link.
///
/// # Errors
/// When a file cannot be read, written or removed.
pub fn join(folder: &Path, mut page: String) -> Outcome<String> {
    let files: Vec<String> = html::tags(&page).iter().filter_map(sheet).collect();
    if files.len() < 2 {
        return Ok(page);
    }
    let mut joined = String::new();
    for (place, file) in files.iter().enumerate() {
        let path = folder.join(file);
        let text =
            fs::read_to_string(&path).or_trouble(format_args!("Cannot read {file}"), NEXT)?;
        fs::remove_file(&path).or_trouble(format_args!("Cannot remove {file}"), NEXT)?;
        joined.push_str(&text);
        page = match place {
            0 => page.replace(file, JOINED),
            _ => without_link(&page, file),
        };
    }
    fs::write(folder.join(JOINED), squeezed(&joined))
        .or_trouble(format_args!("Cannot write {JOINED}"), NEXT)?;
    Ok(page)
}

/// The file name of a style sheet that a tag links to.
fn sheet(tag: &Tag) -> Option<String> {
    let is_sheet = tag.name == "link" && tag.says("rel", "stylesheet");
    let file = tag.value("href")?.rsplit('/').next()?;
    is_sheet.then(|| file.to_owned())
}

fn without_link(page: &str, file: &str) -> String {
    let tags = html::tags(page);
    tags.iter()
        .find(|tag| sheet(tag).as_deref() == Some(file))
        .map_or_else(|| page.to_owned(), |tag| tag.cut_from(page))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{JOINED, join};

    #[test]
    fn sheets_become_one_in_their_order() {
        let folder = std::env::temp_dir().join(format!("one-stylesheet-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for (file, text) in [("a-1.css", "a{}"), ("b-2.css", "b{}"), ("c-3.css", "c{}")] {
            fs::write(folder.join(file), text).expect("a file");
        }
        let page = "<link rel=stylesheet href=/sub/b-2.css integrity=x><link rel=icon href=/i.svg>\
             <link rel=stylesheet href=/sub/a-1.css><link rel=stylesheet href=/sub/c-3.css><p>";
        let page = join(&folder, page.to_owned()).expect("joined");
        let expected = format!(
            "<link rel=stylesheet href=/sub/{JOINED} integrity=x><link rel=icon href=/i.svg><p>"
        );
        assert_eq!(page, expected);
        let joined = fs::read_to_string(folder.join(JOINED)).expect("the sheet");
        assert_eq!(joined, "b{}a{}c{}");
        assert_eq!(fs::read_dir(&folder).map(Iterator::count).ok(), Some(1));
        fs::remove_dir_all(&folder).expect("removed");
    }
}
