//! wasm-opt, which makes the release bundle smaller by a third.

use std::path::{Path, PathBuf};

use super::{cache, has_version, node};
use crate::process;
use crate::trouble::Outcome;

/// The same as in `Trunk.toml`; a test sees to it.
const VERSION: &str = "132";
/// The npm package of the same release.
const PACKAGE: &str = "binaryen@132.0.0";

/// Finds wasm-opt or installs it with npm.
///
/// Without npm there is `None`: Trunk then downloads its own copy of the
/// version that `Trunk.toml` names.
///
/// # Errors
/// When npm is there and the installation fails.
pub fn ensure() -> Outcome<Option<PathBuf>> {
    if let Some(own) = process::on_path("wasm-opt")
        && has_version(&own, VERSION)
    {
        return Ok(Some(own));
    }
    let name = format!("binaryen-{VERSION}");
    let inside = program();
    let works = |folder: &Path| has_version(&folder.join(&inside), VERSION);
    let folder = cache::folder_for(&name)?;
    if works(&folder) {
        return Ok(Some(folder.join(inside)));
    }
    if !node::npm_is_there() {
        println!("There is no npm, so Trunk will download wasm-opt {VERSION} by itself.");
        return Ok(None);
    }
    let folder = cache::fill(&name, works, install)?;
    Ok(Some(folder.join(inside)))
}

fn program() -> PathBuf {
    let file = if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    };
    Path::new("node_modules").join(".bin").join(file)
}

fn install(folder: &Path) -> Outcome {
    println!("Installing wasm-opt {VERSION} for this project alone …");
    let mut npm = node::npm();
    npm.args(["install", "--silent", "--no-audit", "--no-fund"])
        .arg("--prefix")
        .arg(folder)
        .arg(PACKAGE);
    process::run(
        &mut npm,
        "Check the connection to the npm registry (`npm ping`) and try again.",
    )
}

#[cfg(test)]
mod tests {
    use super::{PACKAGE, VERSION};

    #[test]
    fn trunk_asks_for_the_version_that_is_installed() {
        let trunk = include_str!("../../../Trunk.toml");
        assert!(trunk.contains(&format!("wasm_opt = \"version_{VERSION}\"")));
        assert_eq!(PACKAGE, format!("binaryen@{VERSION}.0.0"));
    }
}
