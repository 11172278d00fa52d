//! What is spoken: shows with episodes, audiobooks with chapters. Each episode
//! is made anew from its number whenever it is asked for.

mod audiobooks;
#[rustfmt::skip]
mod bills;
mod shows;
