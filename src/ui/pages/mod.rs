//! The pages, one folder a route.

mod connect;
mod finishing;
mod not_found;
mod settings;
mod sign_in_trouble;
mod top;

pub use connect::connect;
pub use finishing::finishing;
pub use not_found::not_found;
pub use settings::settings;
pub use sign_in_trouble::sign_in_trouble;
pub use top::top;
