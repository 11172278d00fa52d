//! The licences of what the program is made of, as a file of the bundle: those
//! who pass works of others on say so. It is not in the program, so nobody who
//! does not ask for it loads it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::process;
use crate::trouble::{Outcome, Trouble};

/// The file. Settings links to it.
pub const LICENCES: &str = "licences.txt";

const NEXT: &str = "Run `cargo metadata --locked` to see why, and build again.";
const TARGET: &str = "wasm32-unknown-unknown";
/// The package that the program is.
const PROGRAM: &str = "cratedigger";

const HEAD: &str = "Cratedigger is free software, under the MIT licence or the Apache licence 2.0, as you like.\n\
     It is made with the works below. Where one can be had under several licences, the text of\n\
     the MIT licence is given.\n\n\
     the Rust standard library: MIT OR Apache-2.0, The Rust Project Contributors\n\
     the Spotify icon as Simple Icons has it: CC0-1.0\n";

/// A work that is part of the program.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Work {
    name: String,
    version: String,
    licence: String,
    authors: Vec<String>,
    /// What its package says about the licence, at length.
    texts: Vec<String>,
}

/// The text of the file.
///
/// # Errors
/// When Cargo cannot tell what the program is made of.
pub fn text() -> Outcome<String> {
    let mut cargo = process::cargo();
    cargo
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(["--filter-platform", TARGET]);
    let metadata = process::output(&mut cargo, NEXT)?;
    let works = serde_json::from_str(&metadata)
        .ok()
        .and_then(|metadata| works(&metadata));
    works.map(|works| written(&works)).ok_or_else(|| {
        Trouble::new(
            "`cargo metadata` did not say what the program is made of.",
            NEXT,
        )
    })
}

/// What `PROGRAM` is made of, by name; not what only builds it.
fn works(metadata: &Value) -> Option<BTreeSet<Work>> {
    let list = |tree: &Value, name: &str| tree.get(name)?.as_array().cloned();
    let by_id = |list: Vec<Value>| -> BTreeMap<String, Value> {
        let with_id = |one: Value| Some((one.get("id")?.as_str()?.to_owned(), one));
        list.into_iter().filter_map(with_id).collect()
    };
    let packages = by_id(list(metadata, "packages")?);
    let nodes = by_id(list(metadata.get("resolve")?, "nodes")?);
    let is_program = |package: &&Value| {
        package.get("name").and_then(Value::as_str) == Some(PROGRAM)
            && package.get("source").is_none_or(Value::is_null)
    };
    let program = packages.values().find(is_program)?;
    let mut waiting = vec![program.get("id")?.as_str()?.to_owned()];
    let mut seen = BTreeSet::new();
    let mut works = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let package = packages.get(&id)?;
        if !seen.insert(id.clone()) || runs_while_building(package) {
            continue;
        }
        // What has no source is of this project itself.
        if package.get("source").is_some_and(Value::is_string) {
            works.insert(work(package)?);
        }
        let dependencies = list(nodes.get(&id)?, "deps")?;
        let needed = dependencies.iter().filter(|one| is_part(one));
        let ids = needed.filter_map(|one| one.get("pkg")?.as_str());
        waiting.extend(ids.map(str::to_owned));
    }
    Some(works)
}

/// Whether a dependency is one of the program, and not only of its tests or its
/// build scripts.
fn is_part(dependency: &Value) -> bool {
    let kinds = dependency.get("dep_kinds").and_then(Value::as_array);
    kinds.is_some_and(|kinds| {
        kinds
            .iter()
            .any(|one| one.get("kind").is_some_and(Value::is_null))
    })
}

fn runs_while_building(package: &Value) -> bool {
    let targets = package.get("targets").and_then(Value::as_array);
    let kinds = targets
        .into_iter()
        .flatten()
        .filter_map(|target| target.get("kind")?.as_array());
    kinds
        .flatten()
        .any(|kind| kind.as_str() == Some("proc-macro"))
}

fn work(package: &Value) -> Option<Work> {
    let text = |name: &str| package.get(name).and_then(Value::as_str).map(str::to_owned);
    let authors = package.get("authors").and_then(Value::as_array);
    let manifest = text("manifest_path")?;
    Some(Work {
        name: text("name")?,
        version: text("version")?,
        licence: text("license").unwrap_or_else(|| "see its text".to_owned()),
        authors: authors
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(without_address)
            .collect(),
        texts: Path::new(&manifest).parent().map(texts).unwrap_or_default(),
    })
}

/// The name of an author, whose e-mail is nobody's business here.
fn without_address(author: &str) -> String {
    author.split('<').next().unwrap_or(author).trim().to_owned()
}

/// The texts about the licence in the folder of a package: the MIT licence's, if
/// that is one of several.
fn texts(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_about_licence(name))
        .collect();
    names.sort_unstable();
    if names.iter().any(|name| is_mit(name)) {
        names.retain(|name| is_mit(name));
    }
    let read = |name: &String| fs::read_to_string(folder.join(name)).ok();
    names.iter().filter_map(read).collect()
}

fn is_about_licence(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["license", "licence", "copying", "notice", "unlicense"]
        .iter()
        .any(|beginning| name.starts_with(beginning))
}

fn is_mit(name: &str) -> bool {
    name.to_ascii_lowercase().contains("mit")
}

fn written(works: &BTreeSet<Work>) -> String {
    let mut file = HEAD.to_owned();
    let mut for_texts: BTreeMap<String, (Vec<&str>, &str)> = BTreeMap::new();
    for work in works {
        // Writing to a string cannot fail.
        let _ = write!(file, "{} {}: {}", work.name, work.version, work.licence);
        if !work.authors.is_empty() {
            let _ = write!(file, ", {}", work.authors.join(", "));
        }
        file.push('\n');
        for text in &work.texts {
            // The same text, however its lines are broken, is given once.
            let plain: Vec<_> = text.split_whitespace().collect();
            let entry = for_texts.entry(plain.join(" "));
            entry.or_insert((Vec::new(), text)).0.push(&work.name);
        }
    }
    let mut texts: Vec<_> = for_texts.into_values().collect();
    texts.sort_unstable();
    for (names, text) in texts {
        let line = "-".repeat(72);
        let _ = write!(file, "\n{line}\n{}\n\n{}\n", names.join(", "), text.trim());
    }
    file
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::{Work, text, without_address, works, written};

    fn package(name: &str, source: Option<&str>, kind: &str) -> serde_json::Value {
        json!({
            "id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source,
            "authors": ["A B <a@b.test>"], "manifest_path": "/nowhere/Cargo.toml",
            "targets": [{"kind": [kind]}],
        })
    }

    #[test]
    fn what_builds_or_tests_the_program_is_no_part_of_it() {
        let away = Some("registry");
        let needs = |name: &str, kind: serde_json::Value| json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        let plain = serde_json::Value::Null;
        let metadata = json!({
            "packages": [
                package("cratedigger", None, "bin"), package("used", away, "lib"),
                package("deep", away, "lib"), package("own", None, "lib"),
                package("macros", away, "proc-macro"), package("of-macros", away, "lib"),
                package("tested", away, "lib"), package("built", away, "lib"),
            ],
            "resolve": {"nodes": [
                {"id": "cratedigger", "deps": [
                    needs("used", plain.clone()), needs("own", plain.clone()),
                    needs("macros", plain.clone()), needs("tested", json!("dev")),
                    needs("built", json!("build")),
                ]},
                {"id": "used", "deps": [needs("deep", plain.clone()), needs("cratedigger", plain.clone())]},
                {"id": "macros", "deps": [needs("of-macros", plain)]},
                {"id": "own", "deps": []}, {"id": "deep", "deps": []},
            ]},
        });
        let works = works(&metadata).unwrap_or_default();
        let names: Vec<_> = works.iter().map(|work| work.name.as_str()).collect();
        assert_eq!(names, ["deep", "used"]);
        assert_eq!(
            works.first().map(|work| work.authors.join("")).as_deref(),
            Some("A B")
        );
    }

    #[test]
    fn each_text_is_given_once_for_all_it_is_of() {
        let work = |name: &str, text: &str| Work {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            authors: Vec::new(),
            texts: vec![text.to_owned()],
        };
        let works = BTreeSet::from([
            work("a", "May  be\nused."),
            work("b", "May be used."),
            work("c", "Other."),
        ]);
        let file = written(&works);
        assert!(
            file.contains("a 1.0.0: MIT\nb 1.0.0: MIT\nc 1.0.0: MIT\n"),
            "{file}"
        );
        assert!(
            file.contains("\na, b\n\nMay") && file.contains("\nc\n\nOther."),
            "{file}"
        );
        assert_eq!(file.matches("used.").count(), 1);
    }

    #[test]
    fn an_author_is_named_without_an_address() {
        assert_eq!(without_address("A B <a@b.test>"), "A B");
        assert_eq!(without_address("A B"), "A B");
    }

    #[test]
    fn the_program_as_it_is_has_licences_and_names_no_host_and_no_path() {
        let file = text().unwrap_or_else(|trouble| trouble.to_string());
        for name in ["leptos 0.8", "wasm-bindgen 0.2", "serde_json 1."] {
            assert!(file.contains(name), "{name}: {file}");
        }
        for strange in ["://", "registry", ".cargo", "playwright", "tokio "] {
            assert!(!file.contains(strange), "{strange}");
        }
    }
}
