//! Just enough HTML to find the tags of a page that Trunk wrote, in the order
//! in which they stand, and to change their attributes in place.

use std::ops::Range;

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name in lower case.
    pub name: String,
    /// Its attributes in order.
    pub attributes: Vec<Attribute<'a>>,
    /// From `<` to behind `>`.
    range: Range<usize>,
    /// What stands between it and its end tag; for elements whose content is
    /// no markup, else empty.
    pub text: &'a str,
}

/// An attribute of a tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name in lower case.
    pub name: String,
    /// Its value as it is written, without the quotes.
    pub value: &'a str,
    /// From the space before it to behind its value.
    range: Range<usize>,
}

/// Elements whose content is text, whatever it looks like.
const TEXT_ONLY: [&str; 4] = ["script", "style", "textarea", "title"];

impl<'a> Tag<'a> {
    /// The value of an attribute, if it is there.
    pub fn value(&self, name: &str) -> Option<&'a str> {
        self.attribute(name).map(|attribute| attribute.value)
    }

    /// Whether an attribute has this value, in any case.
    pub fn says(&self, name: &str, value: &str) -> bool {
        self.value(name)
            .is_some_and(|own| own.eq_ignore_ascii_case(value))
    }

    /// Whether this is a script that stands in the page itself.
    pub fn is_inline_script(&self) -> bool {
        self.name == "script" && self.value("src").is_none()
    }

    /// The page without this tag.
    pub fn cut_from(&self, page: &str) -> String {
        replaced(page, self.range.clone(), "")
    }

    /// The page with an attribute of this tag set to a value.
    pub fn with(&self, page: &str, name: &str, value: &str) -> String {
        let written = format!(" {name}=\"{}\"", value.replace('"', "&quot;"));
        let place = if let Some(attribute) = self.attribute(name) {
            attribute.range.clone()
        } else {
            let behind_name = self.range.start + 1 + self.name.len();
            behind_name..behind_name
        };
        replaced(page, place, &written)
    }

    /// The page without an attribute of this tag.
    pub fn without(&self, page: &str, name: &str) -> String {
        match self.attribute(name) {
            Some(attribute) => replaced(page, attribute.range.clone(), ""),
            None => page.to_owned(),
        }
    }

    fn attribute(&self, name: &str) -> Option<&Attribute<'a>> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
    }
}

/// Every start tag of a page.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = find(page, at, "<") {
        let rest = &page[open + 1..];
        if rest.starts_with("!--") {
            at = find(page, open, "-->").unwrap_or(page.len());
        } else if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let tag = tag(page, open);
            at = tag.range.end + tag.text.len();
            found.push(tag);
        } else {
            at = open + 1;
        }
    }
    found
}

fn tag(page: &str, open: usize) -> Tag<'_> {
    let mut reader = Reader { page, at: open + 1 };
    let name = reader
        .take(|byte| !is_space(byte) && !b"/>".contains(&byte))
        .to_ascii_lowercase();
    let mut attributes = Vec::new();
    while let Some(attribute) = reader.attribute() {
        attributes.push(attribute);
    }
    let end = find(page, reader.at, ">").map_or(page.len(), |at| at + 1);
    let text = if TEXT_ONLY.contains(&name.as_str()) {
        text_of(page, end, &name)
    } else {
        ""
    };
    Tag {
        name,
        attributes,
        range: open..end,
        text,
    }
}

fn text_of<'a>(page: &'a str, start: usize, name: &str) -> &'a str {
    let end_tag = format!("</{name}");
    let lower = page[start..].to_ascii_lowercase();
    let length = lower.find(&end_tag).unwrap_or(lower.len());
    &page[start..start + length]
}

/// Walks through the attributes of one tag.
struct Reader<'a> {
    page: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn attribute(&mut self) -> Option<Attribute<'a>> {
        let start = self.at;
        self.take(|byte| is_space(byte) || byte == b'/');
        let name = self.take(|byte| !is_space(byte) && !b"/>=".contains(&byte));
        if name.is_empty() {
            return None;
        }
        let mut end = self.at;
        let mut value = "";
        self.take(is_space);
        if self.next() == Some(b'=') {
            self.at += 1;
            self.take(is_space);
            value = self.value();
            end = self.at;
        }
        Some(Attribute {
            name: name.to_ascii_lowercase(),
            value,
            range: start..end,
        })
    }

    fn value(&mut self) -> &'a str {
        match self.next() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                let value = self.take(|byte| byte != quote);
                self.at = (self.at + 1).min(self.page.len());
                value
            }
            _ => self.take(|byte| !is_space(byte) && byte != b'>'),
        }
    }

    fn next(&self) -> Option<u8> {
        self.page.as_bytes().get(self.at).copied()
    }

    /// Moves on over the bytes that fit. Where the tests look for ASCII only,
    /// as all of them here do, it stops between characters.
    fn take(&mut self, fits: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while self.next().is_some_and(&fits) {
            self.at += 1;
        }
        &self.page[start..self.at]
    }
}

fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}

fn find(page: &str, from: usize, what: &str) -> Option<usize> {
    Some(from + page.get(from..)?.find(what)?)
}

fn replaced(page: &str, place: Range<usize>, text: &str) -> String {
    let mut changed = page.to_owned();
    changed.replace_range(place, text);
    changed
}

#[cfg(test)]
mod tests {
    use super::tags;

    /// A page as `name[attribute=value,…]{text}`.
    fn outline(page: &str) -> String {
        let mut lines = Vec::new();
        for tag in tags(page) {
            let attributes: Vec<_> = tag
                .attributes
                .iter()
                .map(|one| format!("{}={}", one.name, one.value))
                .collect();
            lines.push(format!(
                "{}[{}]{{{}}}",
                tag.name,
                attributes.join(","),
                tag.text
            ));
        }
        lines.join(" ")
    }

    #[test]
    fn tags_are_found_as_browsers_find_them() {
        let cases = [
            ("<!doctype html><p>a<b>c</b>", "p[]{} b[]{}"),
            ("<META Charset=UTF-8>", "meta[charset=UTF-8]{}"),
            ("<a b='1>2' c = \"d\" e>", "a[b=1>2,c=d,e=]{}"),
            ("<img src=/x.png/>", "img[src=/x.png/]{}"),
            ("<link a=1/><link b />", "link[a=1/]{} link[b=]{}"),
            ("<!-- <script> --><i>", "i[]{}"),
            (
                "<script>if (a<b) '<p>'</SCRIPT><i>",
                "script[]{if (a<b) '<p>'} i[]{}",
            ),
            ("<style>a{}</style>", "style[]{a{}}"),
            ("<p title=é>1 < 2", "p[title=é]{}"),
            ("<p class", "p[class=]{}"),
            ("<!--", ""),
        ];
        for (page, expected) in cases {
            assert_eq!(outline(page), expected, "{page}");
        }
    }

    #[test]
    fn attributes_change_in_place() {
        let page = "<p>é<link a=1 b='2'>z";
        let all = tags(page);
        let link = &all[1];
        let cases = [
            (
                link.with(page, "a", "x\"y"),
                "<p>é<link a=\"x&quot;y\" b='2'>z",
            ),
            (link.with(page, "c", "3"), "<p>é<link c=\"3\" a=1 b='2'>z"),
            (link.without(page, "b"), "<p>é<link a=1>z"),
            (link.without(page, "c"), page),
        ];
        for (changed, expected) in cases {
            assert_eq!(changed, expected);
        }
    }
}
