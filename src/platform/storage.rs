use gloo_storage::{LocalStorage, SessionStorage, Storage};

use crate::ports::{Store, StoreError};

/// This tab's `sessionStorage`.
pub struct SessionStore;

/// This device's `localStorage`.
pub struct LocalStore;

// gloo-storage panics where the browser denies the page its storage, so each
// access asks for permission first.
fn tab_storage() -> Result<web_sys::Storage, StoreError> {
    permitted(web_sys::Window::session_storage)?;
    Ok(SessionStorage::raw())
}

fn device_storage() -> Result<web_sys::Storage, StoreError> {
    permitted(web_sys::Window::local_storage)?;
    Ok(LocalStorage::raw())
}

fn permitted(
    ask: impl Fn(&web_sys::Window) -> Result<Option<web_sys::Storage>, wasm_bindgen::JsValue>,
) -> Result<(), StoreError> {
    let window = web_sys::window().ok_or(StoreError::Blocked)?;
    match ask(&window) {
        Ok(Some(_)) => Ok(()),
        Ok(None) | Err(_) => Err(StoreError::Blocked),
    }
}

impl Store for SessionStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        get(&tab_storage()?, key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        set(&tab_storage()?, key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        remove(&tab_storage()?, key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        keys(&tab_storage()?)
    }
}

impl Store for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        get(&device_storage()?, key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        set(&device_storage()?, key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        remove(&device_storage()?, key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        keys(&device_storage()?)
    }
}

fn get(storage: &web_sys::Storage, key: &str) -> Result<Option<String>, StoreError> {
    storage.get_item(key).map_err(|_| StoreError::Blocked)
}

fn set(storage: &web_sys::Storage, key: &str, value: &str) -> Result<(), StoreError> {
    storage.set_item(key, value).map_err(|_| StoreError::Full)
}

fn remove(storage: &web_sys::Storage, key: &str) -> Result<(), StoreError> {
    storage.remove_item(key).map_err(|_| StoreError::Blocked)
}

fn keys(storage: &web_sys::Storage) -> Result<Vec<String>, StoreError> {
    let count = storage.length().map_err(|_| StoreError::Blocked)?;
    let key = |index| storage.key(index).map_err(|_| StoreError::Blocked);
    let keys: Result<Vec<_>, _> = (0..count).map(key).collect();
    Ok(keys?.into_iter().flatten().collect())
}
