//! Texts as each language writes them, so that each reads the same text again.

use std::fmt::Write;

/// Letters that mean nothing to a shell.
const HARMLESS: &str = "-._~:/=%@+,";

/// For a shell: as it is, if nothing in it means anything there; else between
/// single quotes, where nothing does but their end.
pub fn shell(text: &str) -> String {
    let is_harmless = |letter: char| letter.is_ascii_alphanumeric() || HARMLESS.contains(letter);
    if !text.is_empty() && text.chars().all(is_harmless) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// How a language names a letter by its number.
#[derive(Clone, Copy)]
pub enum Escapes {
    /// `\u{7f}`, as in Rust and TypeScript.
    Braces,
    /// `\x7f`, `\u007f` and `\U0000007f`, as in Python.
    Fixed,
}

/// For the languages that put texts between double quotes. What cannot be seen,
/// or makes what follows look different from what it is, is named by number.
pub fn double(text: &str, escapes: Escapes) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            letter if is_seen(letter) => out.push(letter),
            letter => name(&mut out, letter, escapes),
        }
    }
    out.push('"');
    out
}

/// Controls, separators of lines that are no line breaks everywhere, and what
/// turns the direction of writing.
fn is_seen(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        && !matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn name(out: &mut String, letter: char, escapes: Escapes) {
    let number = u32::from(letter);
    // Writing to a string cannot fail.
    let _ = match escapes {
        Escapes::Braces => write!(out, "\\u{{{number:x}}}"),
        Escapes::Fixed if number > 0xffff => write!(out, "\\U{number:08x}"),
        Escapes::Fixed => write!(out, "\\u{number:04x}"),
    };
}
