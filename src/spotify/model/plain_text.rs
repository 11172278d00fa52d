use serde_json::Value;

use super::{Fields, FromJson};

/// A description as text. It arrives escaped as HTML, sometimes with tags
/// (contract 6.2), and is never shown as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainText(String);

/// The longest entity that is known, with its `&` and `;`.
const LONGEST_ENTITY: usize = "&#x10ffff;".len();

impl PlainText {
    /// Decodes entities and leaves out tags; where one ends a line, the line
    /// ends.
    pub fn from_html(html: &str) -> Self {
        let mut text = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(at) = rest.find(['&', '<']) {
            let (before, after) = rest.split_at(at);
            text.push_str(before);
            let meant = entity(after).or_else(|| tag(after));
            // Without a meaning it is just an ampersand, or less than.
            let (meaning, length) = meant.unwrap_or((after.chars().next(), 1));
            text.extend(meaning);
            rest = &after[length..];
        }
        text.push_str(rest);
        Self(text.trim().to_owned())
    }

    /// Reads the description of a thing, from the field that has one.
    pub(super) fn take(fields: &mut Fields) -> Self {
        let described: Self = fields.or_default("description");
        if described.is_empty() {
            fields.or_default("html_description")
        } else {
            described
        }
    }

    /// The text; may be empty.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromJson for PlainText {
    fn from_json(value: Value) -> Option<Self> {
        value.as_str().map(Self::from_html)
    }
}

/// What the entity that `html` begins with means, and its length.
fn entity(html: &str) -> Option<(Option<char>, usize)> {
    let end = html
        .bytes()
        .take(LONGEST_ENTITY)
        .position(|byte| byte == b';')?;
    let name = html.strip_prefix('&')?.get(..end - 1)?;
    let meaning = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => numbered(name.strip_prefix('#')?)?,
    };
    Some((Some(meaning), end + 1))
}

/// The letter of that number, decimal or `x` and hexadecimal, if it can be
/// shown.
fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).filter(|letter| !letter.is_control() || *letter == '\n')
}

/// The end of the line if the tag that `html` begins with means one, and the
/// length of the tag.
fn tag(html: &str) -> Option<(Option<char>, usize)> {
    let inside = html.strip_prefix('<')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    if !name.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '!') {
        return None;
    }
    let length = html.find('>')? + 1;
    let name_ends = name.find(|letter: char| !letter.is_ascii_alphanumeric());
    let name = &name[..name_ends.unwrap_or(name.len())];
    let is_closing = inside.starts_with('/');
    let ends_line = match name {
        "br" => true,
        "p" | "div" | "li" | "ul" | "ol" => is_closing,
        _ => false,
    };
    Some((ends_line.then_some('\n'), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_tags_become_text() {
        for (html, text) in [
            ("", ""),
            (
                "Rock &amp; Roll &#39;68 &#x2F; &quot;live&quot;",
                "Rock & Roll '68 / \"live\"",
            ),
            (r#"by <a href="spotify:user:x">Ada</a>"#, "by Ada"),
            ("<p>one</p><p>two<br/>three</p>", "one\ntwo\nthree"),
            // Once: what was escaped twice was meant to be read so.
            ("&amp;lt;b&amp;gt; &lt;b&gt;", "&lt;b&gt; <b>"),
            // Neither an entity nor a tag.
            ("Q&A; AT&T & < 3 <3 a<b", "Q&A; AT&T & < 3 <3 a<b"),
            ("&bogus; &#xD800; &#0; &#; &", "&bogus; &#xD800; &#0; &#; &"),
            ("&ü; <ü> Ö&uuml", "&ü; <ü> Ö&uuml"),
        ] {
            assert_eq!(PlainText::from_html(html).as_str(), text, "{html}");
        }
    }
}
