//! The player: its bar, its devices, and what it says when it cannot.

mod bar;
mod control;
mod device_list;
mod devices;
mod like;
mod progress;
mod says;
mod shown;
mod slider;
mod this_browser;
mod transport;
mod volume;

pub use bar::player_bar;
pub use control::control;
pub use devices::{device_button, device_sheet, devices_dialog};
pub use like::like_button;
pub use progress::progress;
pub use shown::{Shown, is_awaited, use_shown};
pub use this_browser::this_browser;
pub use transport::transport;
pub use volume::volume;
