/// Deeper than this nothing is indented further: lists within lists by the
/// thousand would make a text that no memory holds.
const DEEPEST: usize = 40;

/// `json` with a line for each value, as it was written otherwise: names in
/// their order, numbers and escapes as they came. What is no JSON comes out
/// with some line breaks more or less, and nothing lost.
pub fn indented(json: &str) -> String {
    let mut writer = Writer::default();
    let mut letters = json.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                writer.out.push('"');
                let mut is_escaped = false;
                for inner in letters.by_ref() {
                    writer.out.push(inner);
                    if inner == '"' && !is_escaped {
                        break;
                    }
                    is_escaped = inner == '\\' && !is_escaped;
                }
            }
            '{' | '[' => {
                writer.out.push(letter);
                while letters.peek().is_some_and(char::is_ascii_whitespace) {
                    letters.next();
                }
                // What is empty stays in its line.
                match letters.next_if(|next| matches!(next, '}' | ']')) {
                    Some(end) => writer.out.push(end),
                    None => writer.deeper(),
                }
            }
            '}' | ']' => {
                writer.higher();
                writer.out.push(letter);
            }
            ',' => {
                writer.out.push(letter);
                writer.line();
            }
            ':' => writer.out.push_str(": "),
            letter if letter.is_ascii_whitespace() => {}
            letter => writer.out.push(letter),
        }
    }
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    depth: usize,
}

impl Writer {
    fn line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth.min(DEEPEST) {
            self.out.push_str("  ");
        }
    }

    fn deeper(&mut self) {
        self.depth += 1;
        self.line();
    }

    fn higher(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.line();
    }
}

/// The beginning of a long text, in whole lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut<'a> {
    /// What is shown.
    pub shown: &'a str,
    /// How many lines more there are.
    pub more: usize,
}

impl<'a> Cut<'a> {
    /// The first `lines` of `text`.
    pub fn after(text: &'a str, lines: usize) -> Self {
        let end = text.match_indices('\n').nth(lines.saturating_sub(1));
        let end = end.map_or(text.len(), |(at, _)| at);
        let (shown, rest) = text.split_at(end);
        Self {
            shown,
            more: rest.matches('\n').count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_line_and_nothing_is_changed() {
        let json = r#"{"b":1.50,"a":{"x":[],"y":{ }},"s":"a:{,}[\"\\","n":[1,null,"é"]}"#;
        let lines = [
            "{",
            r#"  "b": 1.50,"#,
            r#"  "a": {"#,
            r#"    "x": [],"#,
            r#"    "y": {}"#,
            "  },",
            r#"  "s": "a:{,}[\"\\","#,
            r#"  "n": ["#,
            "    1,",
            "    null,",
            "    \"é\"",
            "  ]",
            "}",
        ];
        assert_eq!(indented(json), lines.join("\n"));
        assert_eq!(indented(&indented(json)), indented(json));
        assert_eq!(indented("[true,false]"), "[\n  true,\n  false\n]");
        assert_eq!(indented(""), "");
        assert_eq!(indented("\"open"), "\"open");
        assert_eq!(indented("}"), "\n}");
    }

    #[test]
    fn what_is_nested_without_end_grows_no_faster_than_it_came() {
        let deep = 30_000;
        let json = format!("{}1{}", "[".repeat(deep), "]".repeat(deep));
        let text = indented(&json);
        assert!(text.len() < 100 * json.len(), "{}", text.len());
        let kept: String = text.split_ascii_whitespace().collect();
        assert_eq!(kept, json);
        assert!(indented("[[2]]").contains("\n    2\n"));
    }

    #[test]
    fn a_long_text_is_cut_between_lines() {
        let text = "1\n2\n3\n4";
        let cut = |lines| {
            let Cut { shown, more } = Cut::after(text, lines);
            (shown.to_owned(), more)
        };
        assert_eq!(cut(2), ("1\n2".to_owned(), 2));
        assert_eq!(cut(4), (text.to_owned(), 0));
        assert_eq!(cut(9), (text.to_owned(), 0));
    }
}
