use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use cratedigger::ports::{Store, StoreError};

/// Storage in memory, which can be made to refuse.
#[derive(Default)]
pub struct MemoryStore {
    values: RefCell<BTreeMap<String, String>>,
    refusal: Cell<Option<StoreError>>,
}

impl MemoryStore {
    /// Storage with the same values, as a duplicated tab gets it.
    pub fn copy(&self) -> Self {
        Self {
            values: self.values.clone(),
            refusal: self.refusal.clone(),
        }
    }

    /// Refuses from now on, or no longer: everything when blocked, writing
    /// when full.
    pub fn refuse(&self, refusal: Option<StoreError>) {
        self.refusal.set(refusal);
    }

    /// Every key present.
    pub fn present(&self) -> Vec<String> {
        self.values.borrow().keys().cloned().collect()
    }

    /// Every key and value as one text, to search it.
    pub fn dump(&self) -> String {
        format!("{:?}", self.values.borrow())
    }

    /// Replaces `old` by `new` in every value, as someone with the developer
    /// tools can.
    pub fn edit(&self, old: &str, new: &str) {
        for value in self.values.borrow_mut().values_mut() {
            *value = value.replace(old, new);
        }
    }

    fn permit(&self) -> Result<(), StoreError> {
        match self.refusal.get() {
            Some(StoreError::Blocked) => Err(StoreError::Blocked),
            Some(StoreError::Full) | None => Ok(()),
        }
    }
}

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.permit()?;
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.refusal.get().map_or(Ok(()), Err)?;
        self.values
            .borrow_mut()
            .insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.permit()?;
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.permit()?;
        Ok(self.present())
    }
}
