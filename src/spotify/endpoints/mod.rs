//! The calls of the Web API that the app uses, one file a resource.

pub mod me;
