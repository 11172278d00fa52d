//! The `fields` of playlist calls (contract 4.4): names with commas between,
//! dots and parentheses to go deeper, `!` to leave out.

use serde_json::Map;
use serde_json::Value;

use crate::api::endpoint::Endpoint;
use crate::api::refusal::Refusal;
use crate::call::Call;
use crate::log::LogEntry;

/// Nobody goes deeper.
const DEEPEST: usize = 12;

/// What is wanted of an object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    wanted: Vec<(String, Selection)>,
    unwanted: Vec<String>,
}

/// What a call asks for; none when it asks for everything.
pub fn asked(endpoint: &Endpoint, call: &Call) -> Result<Option<Selection>, Refusal> {
    let text = call.query.get("fields").unwrap_or_default();
    if text.trim().is_empty() || !endpoint.parameters.contains(&"fields") {
        return Ok(None);
    }
    match Selection::parse(text) {
        Some(selection) => Ok(Some(selection)),
        None => Err(Refusal::BadRequest("Invalid fields")),
    }
}

impl Selection {
    /// Takes out of a body all that is not asked for, and marks what is asked
    /// for and not there; but what is in a playlist may rightly be missing.
    pub fn apply(&self, body: &mut Value, entry: &mut LogEntry) {
        for (name, _) in &self.wanted {
            if body.get(name).is_none() && name != "items" {
                entry.mark(format!("fields asks for {name}, which is not there"));
            }
        }
        self.thin(body);
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parser = Parser { rest: text.trim() };
        let selection = parser.list(0)?;
        parser.rest.is_empty().then_some(selection)
    }

    /// Asks for one more; for what is asked for twice, both count.
    fn want(&mut self, name: String, inner: Self) {
        match self.wanted.iter_mut().find(|(known, _)| *known == name) {
            None => self.wanted.push((name, inner)),
            Some((_, known)) => {
                known.unwanted.extend(inner.unwanted);
                for (name, deeper) in inner.wanted {
                    known.want(name, deeper);
                }
            }
        }
    }

    fn thin(&self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.thin(item)),
            Value::Object(fields) => self.thin_one(fields),
            _ => {}
        }
    }

    fn thin_one(&self, fields: &mut Map<String, Value>) {
        let everything = self.wanted.is_empty() || !self.unwanted.is_empty();
        fields.retain(|name, _| {
            let wanted = self.wanted.iter().any(|(known, _)| known == name);
            (everything || wanted) && !self.unwanted.contains(name)
        });
        for (name, selection) in &self.wanted {
            if let Some(field) = fields.get_mut(name) {
                selection.thin(field);
            }
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    /// `a,!b,c.d,e(f,g)`
    fn list(&mut self, depth: usize) -> Option<Selection> {
        let mut selection = Selection::default();
        if depth > DEEPEST {
            return None;
        }
        loop {
            if self.eat('!') {
                selection.unwanted.push(self.name()?);
            } else {
                let name = self.name()?;
                let inner = self.inner(depth)?;
                selection.want(name, inner);
            }
            if !self.eat(',') {
                return Some(selection);
            }
        }
    }

    /// What follows a name: `.d`, `(f,g)` or nothing.
    fn inner(&mut self, depth: usize) -> Option<Selection> {
        if self.eat('.') {
            let name = self.name()?;
            let inner = self.inner(depth + 1)?;
            return Some(Selection {
                wanted: vec![(name, inner)],
                unwanted: Vec::new(),
            });
        }
        if self.eat('(') {
            let inner = self.list(depth + 1)?;
            return self.eat(')').then_some(inner);
        }
        Some(Selection::default())
    }

    fn name(&mut self) -> Option<String> {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let rest = self.rest.trim_start();
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let (name, rest) = rest.split_at(end);
        self.rest = rest.trim_start();
        (!name.is_empty()).then(|| name.to_owned())
    }

    fn eat(&mut self, letter: char) -> bool {
        let rest = self.rest.trim_start().strip_prefix(letter);
        if let Some(rest) = rest {
            self.rest = rest;
        }
        rest.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_form_takes_out_what_it_says() {
        let body = json!({
            "total": 2,
            "owner": {"id": "ada01", "type": "user"},
            "items": [{"is_local": false, "item": {"name": "Rye", "uri": "u", "album": {"name": "Bread"}}}],
        });
        let cases = [
            ("total", json!({"total": 2})),
            (
                "owner.id,owner.type",
                json!({"owner": {"id": "ada01", "type": "user"}}),
            ),
            (
                "owner.id,total",
                json!({"total": 2, "owner": {"id": "ada01"}}),
            ),
            (
                "items(item(name))",
                json!({"items": [{"item": {"name": "Rye"}}]}),
            ),
            (
                "items.item.album.name",
                json!({"items": [{"item": {"album": {"name": "Bread"}}}]}),
            ),
            (
                "items(item(!album,!uri))",
                json!({"items": [{"item": {"name": "Rye"}}]}),
            ),
            ("!items,!owner", json!({"total": 2})),
            ("nothing", json!({})),
            (" owner ( id ) ", json!({"owner": {"id": "ada01"}})),
        ];
        for (text, expected) in cases {
            let mut found = body.clone();
            Selection::parse(text).expect(text).thin(&mut found);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_does_not_close_is_none() {
        for text in ["items(", "items)", "a,,b", "(a)", "a.(b)", "!", "a b"] {
            assert_eq!(Selection::parse(text), None, "{text}");
        }
    }
}
