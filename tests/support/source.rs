//! The sources of the app as text, for the rules that a test can read off them.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::{fmt, fs, path::Path};

/// A file below `src`.
pub struct Source {
    /// Its path from `src` on, with forward slashes.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// A line that breaks a rule.
#[derive(PartialEq, Eq)]
pub struct Breach {
    place: String,
    line: String,
}

impl Breach {
    /// The line itself.
    pub fn line(&self) -> &str {
        &self.line
    }
}

impl fmt::Debug for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n  {}: {}", self.place, self.line.trim())
    }
}

/// Every Rust file below `src`.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 30, "these cannot be all the sources");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let below = path.strip_prefix(root).expect("below the root");
            found.push(Source {
                path: below.to_string_lossy().replace('\\', "/"),
                text: fs::read_to_string(&path).expect("text"),
            });
        }
    }
}

impl Source {
    /// The room it belongs to: its folder below `src`, or its own name.
    pub fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Its lines of code with their numbers: no comments, no unit tests.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = self.text.find("#[cfg(test)]\nmod ");
        let is_all_tests = self.path.ends_with("_tests.rs");
        let end = if is_all_tests {
            0
        } else {
            tests.unwrap_or(self.text.len())
        };
        let lines = self.text[..end].lines().enumerate();
        lines
            .map(|(index, line)| (index + 1, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The lines of code in which a name begins with one of `forbidden`.
    pub fn lines_with(&self, forbidden: &[&str]) -> Vec<Breach> {
        self.code()
            .filter(|(_, line)| forbidden.iter().any(|word| names(line, word)))
            .map(|(number, line)| self.breach(number, line))
            .collect()
    }

    /// `line` as a breach of a rule.
    pub fn breach(&self, number: usize, line: &str) -> Breach {
        Breach {
            place: format!("src/{}:{number}", self.path),
            line: line.to_owned(),
        }
    }

    /// The modules of the crate's root that its code names, tests included.
    pub fn rooms_named(&self, root: &str) -> Vec<String> {
        let code: Vec<_> = self
            .text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        let code = code.join("\n");
        let marker = format!("{root}::");
        let mut named = Vec::new();
        for (at, _) in code.match_indices(&marker) {
            let before = code[..at].chars().next_back();
            if before.is_none_or(|before| !is_of_a_name(before)) {
                named.extend(first_names(&code[at + marker.len()..]));
            }
        }
        named.sort();
        named.dedup();
        named
    }
}

/// Whether `word` stands in `line`, not as the end of a longer name.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let goes_on = before.is_some_and(is_of_a_name) && word.starts_with(is_of_a_name);
        !goes_on
    })
}

/// The first names of what follows `crate::`: one name, or those of a group.
fn first_names(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![rest.chars().take_while(|c| is_of_a_name(*c)).collect()];
    };
    let mut depth = 1;
    let mut names = vec![String::new()];
    let mut is_in_first_name = true;
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => break,
            '}' => depth -= 1,
            ',' if depth == 1 => {
                names.push(String::new());
                is_in_first_name = true;
            }
            ':' if depth == 1 => is_in_first_name = false,
            letter if is_in_first_name && is_of_a_name(letter) => {
                names.last_mut().expect("one at least").push(letter);
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
