use serde_json::{Value, json};

use super::Device;
use crate::{json, route::Search};

pub(super) const SEARCHES: &str = "searches";

/// How many are remembered.
const MOST: usize = 8;

/// What was searched for on this device, the last one first. Only what was
/// meant: what somebody typed on the way to it is nobody's business.
impl Device {
    /// All that are remembered.
    pub fn searches(&self) -> Vec<Search> {
        let list = self.read(SEARCHES).and_then(|text| json::read(&text));
        let Some(Value::Array(list)) = list else {
            return Vec::new();
        };
        let texts = list.iter().filter_map(Value::as_str);
        let searches = texts.map(|text| Search::for_text(text, None));
        // Whatever else may have written there, no more than this is shown.
        let kept = searches.filter(|search| !search.text().is_empty());
        kept.take(MOST).collect()
    }

    /// Remembers this one, in place of the same in other capitals and of the
    /// oldest that there is no room for.
    pub fn remember_search(&self, search: &Search) {
        if search.text().is_empty() {
            return;
        }
        let mut searches = self.others(search);
        searches.insert(0, search.clone());
        searches.truncate(MOST);
        self.keep(&searches);
    }

    /// Forgets this one.
    pub fn forget_search(&self, search: &Search) {
        self.keep(&self.others(search));
    }

    /// Forgets all of them.
    pub fn forget_searches(&self) {
        self.keep(&[]);
    }

    fn others(&self, search: &Search) -> Vec<Search> {
        let mut searches = self.searches();
        searches.retain(|other| !other.text().eq_ignore_ascii_case(search.text()));
        searches
    }

    fn keep(&self, searches: &[Search]) {
        if searches.is_empty() {
            return self.drop(SEARCHES);
        }
        let texts: Vec<&str> = searches.iter().map(Search::text).collect();
        self.write(SEARCHES, &json!(texts).to_string());
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

    use super::*;
    use crate::ports::{Store, StoreError};

    #[derive(Default)]
    struct Kept(RefCell<BTreeMap<String, String>>);

    impl Store for Kept {
        fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
            Ok(self.0.borrow().get(key).cloned())
        }

        fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
            self.0.borrow_mut().insert(key.to_owned(), value.to_owned());
            Ok(())
        }

        fn remove(&self, key: &str) -> Result<(), StoreError> {
            self.0.borrow_mut().remove(key);
            Ok(())
        }

        fn keys(&self) -> Result<Vec<String>, StoreError> {
            Ok(self.0.borrow().keys().cloned().collect())
        }
    }

    fn search(text: &str) -> Search {
        Search::for_text(text, None)
    }

    fn texts(device: &Device) -> Vec<String> {
        let searches = device.searches();
        searches
            .iter()
            .map(|search| search.text().to_owned())
            .collect()
    }

    #[test]
    fn the_last_eight_searches_are_remembered_newest_first() {
        let device = Device::new(Rc::new(Kept::default()));
        assert_eq!(texts(&device), [""; 0]);
        for number in 0..10 {
            device.remember_search(&search(&format!("search {number}")));
        }
        device.remember_search(&search("  "));
        assert_eq!(device.searches().len(), MOST);
        device.remember_search(&search("SEARCH 5"));
        let expected = [9, 8, 7, 6, 4, 3, 2].map(|number| format!("search {number}"));
        assert_eq!(texts(&device)[0], "SEARCH 5");
        assert_eq!(texts(&device)[1..], expected);
    }

    #[test]
    fn searches_can_be_forgotten_one_by_one_and_all_at_once() {
        let store = Rc::new(Kept::default());
        let device = Device::new(Rc::clone(&store) as Rc<dyn Store>);
        for text in ["a \"b\"", "å", "c"] {
            device.remember_search(&search(text));
        }
        device.forget_search(&search("å"));
        assert_eq!(texts(&device), ["c", "a \"b\""]);
        device.forget_searches();
        assert_eq!(texts(&device), [""; 0]);
        assert!(store.keys().is_ok_and(|keys| keys.is_empty()));
        device.remember_search(&search("d"));
        device.forget_all();
        assert!(store.keys().is_ok_and(|keys| keys.is_empty()));
    }

    #[test]
    fn what_somebody_else_wrote_is_tidied_or_ignored() {
        let store = Rc::new(Kept::default());
        let device = Device::new(Rc::clone(&store) as Rc<dyn Store>);
        let many = json!(vec!["x"; 99]).to_string();
        for (written, expected) in [
            ("", 0),
            ("{}", 0),
            ("[1, null, \" \", \" a \"]", 1),
            (many.as_str(), MOST),
        ] {
            device.write(SEARCHES, written);
            assert_eq!(device.searches().len(), expected, "{written}");
        }
    }
}
