use std::{collections::HashMap, sync::Arc};

use super::Anything;

/// How much text the answers that are kept came from, in bytes. What is made
/// of it takes about a quarter of that.
const MOST_BYTES: usize = 16 << 20;

/// The answers of this session by the path that was asked, so that a page seen
/// before costs no call. The ones that nobody asked for the longest go first.
#[derive(Default)]
pub(super) struct Answers {
    kept: HashMap<String, Answer>,
    bytes: usize,
    tick: u64,
    spoilings: u64,
}

struct Answer {
    value: Arc<Anything>,
    bytes: usize,
    used_at: u64,
}

impl Answers {
    /// Counts how often answers were found to be out of date, to tell whether
    /// one that is on its way may be.
    pub fn spoilings(&self) -> u64 {
        self.spoilings
    }

    /// How much text the answers came from that are kept.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Keeps an answer that came from `bytes` of text.
    pub fn keep(&mut self, path: String, value: Arc<Anything>, bytes: usize) {
        self.tick += 1;
        let answer = Answer {
            value,
            bytes,
            used_at: self.tick,
        };
        self.bytes += bytes;
        if let Some(former) = self.kept.insert(path, answer) {
            self.bytes -= former.bytes;
        }
        while self.bytes > MOST_BYTES && self.forget_oldest() {}
    }

    /// The answer to `path`, if it is kept.
    pub fn get(&mut self, path: &str) -> Option<Arc<Anything>> {
        self.tick += 1;
        let answer = self.kept.get_mut(path)?;
        answer.used_at = self.tick;
        Some(Arc::clone(&answer.value))
    }

    /// Forgets the answers to paths that begin so.
    pub fn spoil(&mut self, beginning: &str) {
        self.spoilings += 1;
        let bytes = &mut self.bytes;
        self.kept.retain(|path, answer| {
            let stays = !path.starts_with(beginning);
            if !stays {
                *bytes -= answer.bytes;
            }
            stays
        });
    }

    fn forget_oldest(&mut self) -> bool {
        let oldest = self.kept.iter().min_by_key(|(_, answer)| answer.used_at);
        let Some(path) = oldest.map(|(path, _)| path.clone()) else {
            return false;
        };
        self.forget(&path);
        true
    }

    /// Forgets the answer to `path` alone.
    pub fn forget(&mut self, path: &str) {
        if let Some(answer) = self.kept.remove(path) {
            self.bytes -= answer.bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(answers: &mut Answers, path: &str) -> bool {
        answers.get(path).is_some()
    }

    #[test]
    fn the_oldest_go_when_there_is_too_much() {
        let mut answers = Answers::default();
        for path in ["/a", "/b", "/c"] {
            answers.keep(path.to_owned(), Arc::new(1_u8), MOST_BYTES / 3);
        }
        assert!(kept(&mut answers, "/a"));
        answers.keep("/d".to_owned(), Arc::new(1_u8), MOST_BYTES / 3);
        let left: Vec<_> = ["/a", "/b", "/c", "/d"]
            .map(|path| kept(&mut answers, path))
            .into();
        assert_eq!(left, [true, false, true, true]);
    }

    #[test]
    fn an_answer_in_place_of_another_is_counted_once() {
        let mut answers = Answers::default();
        for _ in 0..10 {
            answers.keep("/a".to_owned(), Arc::new(1_u8), MOST_BYTES / 2);
        }
        assert_eq!(answers.bytes, MOST_BYTES / 2);
        answers.spoil("/");
        assert_eq!((answers.bytes, answers.spoilings()), (0, 1));
    }

    #[test]
    fn what_is_out_of_date_is_forgotten() {
        let mut answers = Answers::default();
        for path in ["/v1/me/tracks?offset=0", "/v1/me/albums?offset=0"] {
            answers.keep(path.to_owned(), Arc::new(1_u8), 9);
        }
        answers.spoil("/v1/me/tracks");
        assert!(!kept(&mut answers, "/v1/me/tracks?offset=0"));
        assert!(kept(&mut answers, "/v1/me/albums?offset=0"));
    }
}
