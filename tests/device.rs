//! What is kept on this device.

#![expect(clippy::expect_used, reason = "a test may fail in this way")]

#[path = "support/store.rs"]
#[allow(dead_code, reason = "each test file uses a part of it")]
mod store;

use std::rc::Rc;

use cratedigger::{
    ports::{Store, StoreError},
    session::Device,
    spotify::PlaylistId,
};
use store::MemoryStore;

fn id(first: char) -> PlaylistId {
    let text = format!("{first}iV5W9uYEdYUVa79Axb7Rh");
    text.try_into().expect("an id")
}

#[test]
fn pins_are_kept_in_their_order_until_the_device_forgets() {
    let store = Rc::new(MemoryStore::default());
    let device = Device::new(Rc::clone(&store) as Rc<dyn Store>);
    assert_eq!(device.pinned(), []);
    device.remember_pinned(&[id('b'), id('a')]);
    assert_eq!(device.pinned(), [id('b'), id('a')]);
    store.edit(id('b').as_str(), "not an id");
    assert_eq!(device.pinned(), [id('a')]);
    device.forget_all();
    assert_eq!((device.pinned(), store.present()), (vec![], vec![]));
}

#[test]
fn where_storage_is_blocked_nothing_is_pinned_and_nothing_fails() {
    let store = Rc::new(MemoryStore::default());
    store.refuse(Some(StoreError::Blocked));
    let device = Device::new(store);
    device.remember_pinned(&[id('a')]);
    assert_eq!(device.pinned(), []);
}
