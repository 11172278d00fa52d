//! Paths of the building machine, which a bundle must not tell anybody:
//! panics name the source file they come from.

use std::path::PathBuf;
use std::process::Command;

use crate::process;
use crate::trouble::Outcome;
use crate::workspace;

/// The folders that source code is compiled from, and the home folder.
pub struct MachinePaths {
    /// With the name that each gets in the bundle, the wider ones first:
    /// where several fit, the compiler takes the last.
    sources: Vec<(PathBuf, &'static str)>,
    home: Option<PathBuf>,
}

impl MachinePaths {
    /// Asks the environment and the compiler.
    ///
    /// # Errors
    /// When there is no compiler.
    pub fn find() -> Outcome<Self> {
        let mut rustc = Command::new("rustc");
        rustc
            .args(["--print", "sysroot"])
            .current_dir(workspace::root());
        let next = "Install Rust through rustup and try again.";
        let sysroot = process::output(&mut rustc, next)?;
        let mut sources = vec![(PathBuf::from(sysroot.trim()), "/rust")];
        if let Some(cargo) = workspace::cargo_home() {
            sources.push((cargo.clone(), "/cargo"));
            sources.push((cargo.join("registry").join("src"), "/crates"));
            sources.push((cargo.join("git").join("checkouts"), "/git"));
        }
        sources.push((workspace::root(), "/cratedigger"));
        Ok(Self {
            sources,
            home: workspace::home(),
        })
    }

    /// The compiler flags that put the plain names in place of the folders.
    pub fn compiler_flags(&self) -> Vec<String> {
        self.sources
            .iter()
            .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
            .collect()
    }

    /// The first of the folders that a text names something in.
    pub fn named_in(&self, text: &str) -> Option<String> {
        let sources = self.sources.iter().map(|(path, _)| path);
        sources
            .chain(&self.home)
            .map(|path| path.display().to_string())
            .filter(|path| path.len() > 1)
            .find(|path| names_something_in(text, path))
    }
}

/// With the separator behind it, so that a short folder name is not found in
/// the middle of a word.
fn names_something_in(text: &str, folder: &str) -> bool {
    ["/", "\\"]
        .iter()
        .any(|separator| text.contains(&format!("{folder}{separator}")))
}

#[cfg(test)]
mod tests {
    use super::MachinePaths;

    fn paths() -> MachinePaths {
        MachinePaths {
            sources: vec![
                ("/home/ann/.cargo".into(), "/cargo"),
                ("/srv/project".into(), "/cratedigger"),
            ],
            home: Some("/home/ann".into()),
        }
    }

    #[test]
    fn every_source_folder_gets_a_plain_name() {
        let flags = paths().compiler_flags();
        assert_eq!(
            flags,
            [
                "--remap-path-prefix=/home/ann/.cargo=/cargo",
                "--remap-path-prefix=/srv/project=/cratedigger",
            ]
        );
    }

    #[test]
    fn a_path_of_the_machine_is_found() {
        let cases = [
            ("x/srv/project/src/main.rs:1", Some("/srv/project")),
            ("/home/ann/.cargo/registry", Some("/home/ann/.cargo")),
            ("/home/ann/notes", Some("/home/ann")),
            ("/home/anna/notes", None),
            ("/crates/leptos/src/lib.rs", None),
        ];
        for (text, expected) in cases {
            assert_eq!(paths().named_in(text).as_deref(), expected, "{text}");
        }
    }
}
