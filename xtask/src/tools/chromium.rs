//! A Chromium for the browser tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::node;
use crate::process;
use crate::trouble::{Outcome, Trouble};

/// Names the browser to use, for this program and for the tests.
pub const VARIABLE: &str = "CRATEDIGGER_CHROMIUM";

const ON_PATH: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const MACOS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Which browser the tests drive.
pub enum Chromium {
    /// The program at this place.
    At(PathBuf),
    /// The one that Playwright has installed for itself.
    OfPlaywright,
}

/// Finds a Chromium or installs one: the system's package for root on Debian,
/// else Playwright's own. `tests` is the folder with Playwright in it.
///
/// # Errors
/// When there is none and none can be installed.
pub fn ensure(tests: &Path) -> Outcome<Chromium> {
    if let Some(named) = env::var_os(VARIABLE) {
        return named_by_the_person(PathBuf::from(named));
    }
    if let Some(found) = installed() {
        return Ok(Chromium::At(found));
    }
    if is_debian() && is_root() {
        install_package()?;
        return installed().map(Chromium::At).ok_or_else(|| {
            Trouble::new(
                "The package chromium is installed but brings no `chromium` on the PATH.",
                format!("Name the browser with {VARIABLE} and try again."),
            )
        });
    }
    install_with_playwright(tests)?;
    Ok(Chromium::OfPlaywright)
}

fn named_by_the_person(path: PathBuf) -> Outcome<Chromium> {
    if path.is_file() {
        return Ok(Chromium::At(path));
    }
    Err(Trouble::new(
        format!("{VARIABLE} names {}, which is no file.", path.display()),
        "Correct it, or unset it to have a browser found or installed.",
    ))
}

fn installed() -> Option<PathBuf> {
    ON_PATH
        .iter()
        .find_map(|name| process::on_path(name))
        .or_else(|| MACOS.iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file() && process::on_path("apt-get").is_some()
}

fn is_root() -> bool {
    cfg!(unix) && process::answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn install_package() -> Outcome {
    println!("Installing Debian's package chromium …");
    let next = format!(
        "Install a Chromium by hand (`apt-get install chromium`), or name one with {VARIABLE}."
    );
    for arguments in [
        &["update", "-qq"][..],
        &[
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "chromium",
            "fonts-liberation",
        ],
    ] {
        let mut apt = Command::new("apt-get");
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut apt, &next)?;
    }
    Ok(())
}

fn install_with_playwright(tests: &Path) -> Outcome {
    println!("Installing a Chromium with Playwright …");
    let mut npx = node::npx();
    npx.args(["playwright", "install", "chromium"])
        .current_dir(tests);
    process::run(
        &mut npx,
        &format!(
            "Install a Chromium or Chrome by hand, or name one with {VARIABLE}, and try again."
        ),
    )
}
