//! The workshop: what a sign-in is made of, as values that can be shown and
//! tried out. Nothing here touches the session unless somebody asks for it.

pub mod steps;
