//! The pages, one folder a route.

mod connect;
mod finishing;
mod not_found;
mod settings;
mod sign_in_trouble;
mod top;

pub use connect::Connect;
pub use finishing::Finishing;
pub use not_found::NotFound;
pub use settings::Settings;
pub use sign_in_trouble::SignInTrouble;
pub use top::Top;
