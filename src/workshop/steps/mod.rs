//! A sign-in with PKCE, one step at a time.
