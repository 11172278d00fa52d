//! One script of the two that come with a program in parts: wasm-bindgen's, and
//! the one that loads the parts. Each would import the other, so neither could
//! have a name that tells its content.

use crate::trouble::{Outcome, Trouble};

/// How the loader says where the program's own exports are.
const EXPORTS: &str = "initSync(undefined, undefined)";
/// How the loader starts a part, from the answer that it fetched.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// What it does instead, with what [`FETCHING`] fetched.
const START: &str = "src.then((part) => WebAssembly.instantiate(part, imports))";
/// Lines of the scripts that are left out, by how they begin. What goes wrong
/// the page says, so the console need not.
const UNWANTED: [&str; 4] = ["import ", "/*", "//", "console.error("];
/// How the parts are fetched instead.
const FETCHING: &str = include_str!("fetching.js");
/// The part that a tab with a session needs at once, as the program has it.
const LISTENING: &str = "__wasm_split_load_listening";

/// The script of the program with the loader in it, which fetches the parts
/// under their new names.
///
/// # Errors
/// When one of them is not written as expected.
pub fn join(program: &str, loader: &str, names: &[(String, String)]) -> Outcome<String> {
    let (imports, rest): (Vec<&str>, Vec<&str>) =
        program.lines().partition(|line| imports_loader(line));
    let loader = own_loader(loader, names)?;
    let exported: Vec<&str> = loader.lines().filter_map(loader_function).collect();
    if imports.is_empty() || exported.is_empty() {
        return Err(unexpected("the program imports nothing from its loader"));
    }
    let exported = exported.join(", ");
    let at_once = files_of(LISTENING, &loader)?.join(", ");
    let mut joined = format!(
        "{}\nconst AT_ONCE = [{at_once}];\n{}\n{loader}",
        rest.join("\n"),
        wanted(FETCHING).collect::<Vec<_>>().join("\n")
    );
    for name in imports
        .iter()
        .filter_map(|line| line.split_whitespace().nth(3))
    {
        joined.extend(["const ", name, " = { ", &exported, " };\n"]);
    }
    Ok(joined)
}

/// `import * as import1 from "./__wasm_split.js"`
fn imports_loader(line: &str) -> bool {
    line.starts_with("import * as ") && line.contains("__wasm_split.js")
}

/// `const __wasm_split_load_music = …`
fn loader_function(line: &str) -> Option<&str> {
    let name = line.strip_prefix("const ")?.split(' ').next()?;
    name.starts_with("__wasm_split_load_").then_some(name)
}

fn wanted(script: &str) -> impl Iterator<Item = &str> {
    script.lines().filter(|line| {
        !UNWANTED
            .iter()
            .any(|start| line.trim_start().starts_with(start))
    })
}

fn own_loader(loader: &str, names: &[(String, String)]) -> Outcome<String> {
    let own: Vec<&str> = wanted(loader)
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .collect();
    let mut text = own.join("\n") + "\n";
    for (old, new) in [(EXPORTS, "wasm"), (STREAMING, START)] {
        if !text.contains(old) {
            return Err(unexpected(old));
        }
        text = text.replace(old, new);
    }
    for (old, new) in names {
        let fetch = format!("fetch(new URL(\"./{old}\", import.meta.url))");
        if !text.contains(&fetch) {
            return Err(unexpected(&fetch));
        }
        text = text.replace(&fetch, &format!("takePart(\"./{new}\")"));
    }
    Ok(text)
}

/// The files of a part, in quotes: its own and those it shares with others.
///
/// `const a = makeLoad(() => {`, then a line with `takePart("./a.wasm")`, and at
/// the end `, [b, c]));`
fn files_of<'a>(name: &str, loader: &'a str) -> Outcome<Vec<&'a str>> {
    let beginning = format!("const {name} = ");
    let (_, own) = loader
        .split_once(&beginning)
        .ok_or_else(|| unexpected(&beginning))?;
    let between = |begin: &str, end: &str| {
        let (_, rest) = own.split_once(begin)?;
        Some(rest.split_once(end)?.0)
    };
    let file = between("takePart(", ")").ok_or_else(|| unexpected(name))?;
    let shared = between("\n, [", "]").ok_or_else(|| unexpected(name))?;
    let mut files = vec![file];
    for shared in shared.split(", ").filter(|shared| !shared.is_empty()) {
        files.extend(files_of(shared, loader)?);
    }
    Ok(files)
}

fn unexpected(what: &str) -> Trouble {
    Trouble::new(
        format!("The script that loads the parts is not as expected: {what}."),
        "Another version of the cutting tool writes another script: see \
         xtask/src/bundle/parts/script.rs.",
    )
}

#[cfg(test)]
mod tests {
    use super::join;

    const PROGRAM: &str = "import * as import1 from \"./__wasm_split.js\"\n\
        import * as import2 from \"./__wasm_split.js\"\n\
        let wasm;\nexport { initSync };\n";
    const LOADER: &str = "import { initSync } from \"./app.js\";\n\
        const { memory } = initSync(undefined, undefined);\n/* a */\n\
        const __chunk_1 = makeLoad(() => {\n\
        const src = fetch(new URL(\"./chunk_1.wasm\", import.meta.url));\n\
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}\n, []);\n\
        export const __wasm_split_load_listening = wrapAsyncCb(makeLoad(() => {\n\
        const src = fetch(new URL(\"./split_a.wasm\", import.meta.url));\n\
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}\n\
        , [__chunk_1]));\n";

    fn names(old: &str) -> Vec<(String, String)> {
        vec![
            (old.to_owned(), "a-0123.wasm".to_owned()),
            ("chunk_1.wasm".to_owned(), "chunk-1-4567.wasm".to_owned()),
        ]
    }

    #[test]
    fn one_script_comes_of_two() {
        let joined = join(PROGRAM, LOADER, &names("split_a.wasm")).expect("a script");
        for part in [
            "let wasm;",
            "export { initSync };",
            "const { memory } = wasm;",
            "const AT_ONCE = [\"./a-0123.wasm\", \"./chunk-1-4567.wasm\"];",
            "const src = takePart(\"./a-0123.wasm\");",
            "(src.then((part) => WebAssembly.instantiate(part, imports)))",
            "const import1 = { __wasm_split_load_listening };",
            "const import2 = { __wasm_split_load_listening };",
        ] {
            assert!(joined.contains(part), "{part} in {joined}");
        }
        for part in ["import ", "export const", "split_a.wasm", "Streaming"] {
            assert!(!joined.contains(part), "{part} in {joined}");
        }
    }

    #[test]
    fn scripts_of_another_shape_are_refused() {
        assert!(join("let wasm;", LOADER, &names("split_a.wasm")).is_err());
        assert!(join(PROGRAM, "", &[]).is_err());
        assert!(join(PROGRAM, LOADER, &names("split_b.wasm")).is_err());
    }
}
