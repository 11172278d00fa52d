/// Why a value could not be kept or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser denies storage to this page, or has none.
    #[error("storage is blocked in this browser")]
    Blocked,
    /// The storage's quota is used up.
    #[error("storage is full")]
    Full,
}

/// Strings by key: `sessionStorage` or `localStorage` in the browser.
pub trait Store {
    /// The value under `key`, if there is one.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts `value` under `key`, replacing what was there.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Forgets `key`; forgetting what is not there is no error.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key present, in no particular order.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}
