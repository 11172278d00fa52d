//! What several pages are made of.

mod brand;
mod buttons;
mod copy_field;
mod cover;
mod heading;
mod icon;
mod links;
mod sheet;
mod spotify_mark;
mod trouble;
mod what_rests;

pub use brand::brand;
pub use buttons::{button, icon_button, primary_button, quiet_button};
pub use copy_field::copy_field;
pub use cover::{cover, large_cover};
pub use heading::{
    focus_soon, heading_with_field, live_page_title, name_tab, page_heading, page_title,
    provide_first_page,
};
pub use icon::{Icon, icon};
pub use links::{choice_link, link, open_spotify, outside};
pub use sheet::sheet;
pub use spotify_mark::spotify_mark;
pub use trouble::{Act, ask_again_at, next_step, page_note, page_trouble, trouble};
pub use what_rests::what_rests;
