//! `curl`, as a POSIX shell reads it.

use super::{Proof, Recipe, Value, Variable, quoting::shell};

/// A word of a command: texts and variables of the shell, one behind the other.
#[derive(Default)]
pub struct Word(Vec<Piece>);

enum Piece {
    Text(String),
    Variable(&'static str),
}

/// What a shell reads between double quotes as more than itself.
const READ_IN_QUOTES: [char; 5] = ['"', '\\', '$', '`', '!'];

impl Word {
    /// A word without variables.
    pub fn text(text: impl Into<String>) -> Self {
        Self::default().and(text)
    }

    /// With this behind it, as it is.
    pub fn and(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Text(text.into()));
        self
    }

    /// With the value of a variable behind it. If it is not set, that stops the
    /// shell instead of sending nothing in its place.
    pub fn and_variable(mut self, name: &'static str) -> Self {
        self.0.push(Piece::Variable(name));
        self
    }

    fn write(&self) -> String {
        let has_variable = |piece: &Piece| matches!(piece, Piece::Variable(_));
        if !self.0.iter().any(has_variable) {
            return shell(&self.between_quotes());
        }
        let is_plain = |piece: &Piece| match piece {
            Piece::Text(text) => !text.contains(READ_IN_QUOTES),
            Piece::Variable(_) => true,
        };
        if self.0.iter().all(is_plain) {
            return format!("\"{}\"", self.between_quotes());
        }
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => shell(text),
            Piece::Variable(name) => format!("\"${{{name}:?}}\""),
        });
        pieces.collect()
    }

    fn between_quotes(&self) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Variable(name) => format!("${{{name}:?}}"),
        });
        pieces.collect()
    }
}

/// `curl` with these words, in these lines.
pub fn curl(lines: impl IntoIterator<Item = Vec<Word>>) -> String {
    let line = |words: Vec<Word>| {
        let words: Vec<_> = words.iter().map(Word::write).collect();
        words.join(" ")
    };
    let lines: Vec<_> = lines.into_iter().map(line).collect();
    format!("curl {}", lines.join(" \\\n  "))
}

/// What makes the request of a recipe.
pub fn write(recipe: &Recipe) -> String {
    let url = vec![Word::text("--url"), Word::text(&recipe.url)];
    // Which makes it a POST.
    let fields = recipe.form.iter().map(|(name, value)| {
        let field = Word::text(format!("{name}="));
        let field = match value {
            Value::Text(text) => field.and(text),
            Value::Variable(variable) => field.and_variable(variable.name()),
        };
        vec![Word::text("--data-urlencode"), field]
    });
    curl([url].into_iter().chain(proof(&recipe.proof)).chain(fields))
}

fn proof(proof: &Proof) -> Option<Vec<Word>> {
    match proof {
        Proof::None => None,
        Proof::AccessToken => Some(vec![
            Word::text("--header"),
            Word::text("Authorization: Bearer ").and_variable(Variable::AccessToken.name()),
        ]),
        Proof::Secret(client_id) => Some(vec![
            Word::text("--user"),
            Word::text(format!("{}:", client_id.as_str()))
                .and_variable(Variable::ClientSecret.name()),
        ]),
    }
}
