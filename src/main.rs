//! Mounts the app.

#[cfg(target_arch = "wasm32")]
fn main() {
    cratedigger::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Cratedigger runs in a browser: try `cargo xtask serve`.");
}
