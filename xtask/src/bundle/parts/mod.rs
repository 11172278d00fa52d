//! The parts of the app that arrive when they are first used.
//!
//! The source marks them (`src/ui/parts.rs`), and a build with the feature
//! `parts` and the linker's relocations kept has all that it takes to cut them
//! out. Trunk knows nothing of that, so what it made of the whole program is
//! made again here from the program without its parts.

mod script;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::content_names;
use crate::process;
use crate::trouble::{OrTrouble, Outcome, Trouble};
use crate::workspace;

/// The program that the linker writes, without its ending.
const PROGRAM: &str = "cratedigger";
/// The script that the cutting tool writes beside the parts.
const LOADER: &str = "__wasm_split.js";
/// Stands in the script of a program whose parts have not been cut out.
const UNCUT: &str = "__wasm_split_placeholder__";
/// What rustc lets every program for this target use; the sections that say so
/// do not survive the cut.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// As in `index.html`, which says it to Trunk; a test sees to it.
const OPTIMISATION: [&str; 2] = ["-Os", "--low-memory-unused"];

const NEXT: &str = "Build the bundle again with `cargo xtask dist`.";

/// Cuts the parts out of the program in `staging`, if it was built to have any.
///
/// # Errors
/// When a tool is missing or fails, or a file is not as the tools write it.
pub fn cut_out(staging: &Path) -> Outcome {
    let Some(name) = uncut_program(staging)? else {
        return Ok(());
    };
    let target = workspace::target()?;
    let work = target.join("parts");
    empty(&work)?;
    let linked = target
        .join("wasm32-unknown-unknown/release")
        .join(PROGRAM)
        .with_extension("wasm");
    let cut = run("wasm-split-cli", |tool| {
        tool.arg(&linked).arg(&work).args(["--out-name", PROGRAM]);
    });
    cut?;
    run("wasm-bindgen", |tool| {
        tool.args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--out-name", &name, "--out-dir"])
            .arg(staging)
            .arg(work.join(PROGRAM).with_extension("wasm"));
    })?;
    optimise(&staging.join(format!("{name}_bg.wasm")), staging)?;
    let names = bring_parts(&work, staging)?;
    join_scripts(
        &staging.join(format!("{name}.js")),
        &work.join(LOADER),
        &names,
    )
}

/// The name, without ending, of the script in the folder that still expects
/// all parts in one file.
fn uncut_program(staging: &Path) -> Outcome<Option<String>> {
    for file in content_names::files(staging, "js")? {
        let path = staging.join(&file);
        let text =
            fs::read_to_string(&path).or_trouble(format_args!("Cannot read {file}"), NEXT)?;
        if text.contains(UNCUT) {
            return Ok(file.strip_suffix(".js").map(str::to_owned));
        }
    }
    Ok(None)
}

/// Optimises the parts and puts them beside the program, under names that
/// change with their content. Returns each file's former name with the new.
fn bring_parts(work: &Path, staging: &Path) -> Outcome<Vec<(String, String)>> {
    let own = format!("{PROGRAM}.wasm");
    let mut names = Vec::new();
    for file in content_names::files(work, "wasm")? {
        if file == own {
            continue;
        }
        let path = work.join(&file);
        optimise(&path, work)?;
        let content = fs::read(&path).or_trouble(format_args!("Cannot read {file}"), NEXT)?;
        let stem = file.trim_start_matches("split_").trim_end_matches(".wasm");
        let new = content_names::named(&stem.replace('_', "-"), "wasm", &content);
        fs::write(staging.join(&new), content)
            .or_trouble(format_args!("Cannot write {new}"), NEXT)?;
        names.push((file, new));
    }
    Ok(names)
}

fn join_scripts(program: &Path, loader: &Path, names: &[(String, String)]) -> Outcome {
    let read = |path: &Path| {
        fs::read_to_string(path).or_trouble(format_args!("Cannot read {}", path.display()), NEXT)
    };
    let joined = script::join(&read(program)?, &read(loader)?, names)?;
    fs::write(program, joined).or_trouble("Cannot write the script", NEXT)
}

fn optimise(file: &Path, folder: &Path) -> Outcome {
    let optimised = folder.join("optimised.tmp");
    run("wasm-opt", |tool| {
        tool.arg(file).args(OPTIMISATION).args(FEATURES);
        tool.arg("--output").arg(&optimised);
    })?;
    fs::rename(&optimised, file).or_trouble("Cannot replace a program by the smaller one", NEXT)
}

/// Runs one of the tools that `cargo xtask dist` puts onto the `PATH`.
fn run(name: &str, arguments: impl FnOnce(&mut Command)) -> Outcome {
    let program: PathBuf = process::on_path(name).ok_or_else(|| {
        Trouble::new(
            format!("There is no {name} to cut the app into parts."),
            NEXT,
        )
    })?;
    let mut tool = Command::new(program);
    arguments(&mut tool);
    // They warn of sections that the cut leaves behind and the optimiser drops.
    process::run_unseen(&mut tool, NEXT)
}

fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).or_trouble("Cannot empty the folder for the parts", NEXT)?;
    }
    fs::create_dir_all(folder).or_trouble("Cannot make a folder for the parts", NEXT)
}

#[cfg(test)]
mod tests {
    use super::OPTIMISATION;

    #[test]
    fn the_parts_are_optimised_like_the_whole() {
        let page = include_str!("../../../../index.html");
        let [level, parameter] = OPTIMISATION;
        let level = level.trim_start_matches("-O");
        assert!(page.contains(&format!("data-wasm-opt=\"{level}\"")));
        assert!(page.contains(&format!("data-wasm-opt-params=\"{parameter}\"")));
    }
}
