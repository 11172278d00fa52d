//! One script of the two that come with a program in parts: wasm-bindgen's, and
//! the one that loads the parts. Each would import the other, so neither could
//! have a name that tells its content.

use crate::trouble::{Outcome, Trouble};

/// How the loader says where the program's own exports are.
const EXPORTS: &str = "initSync(undefined, undefined)";
/// How the loader starts a part: only from a host that names the type of
/// WebAssembly, which the rest of the app does not ask for.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// Lines of the loader that are left out, by how they begin. What goes wrong
/// the page says, so the console need not.
const UNWANTED: [&str; 4] = ["import ", "/*", "//", "console.error("];
/// What it does instead. A host's page for "not found" is no part.
const START_PART: &str = "async function startPart(src, imports) {
    const response = await src;
    if (!response.ok) throw new Error(`A part of the app did not arrive: ${response.status}`);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
";

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
    let mut joined = format!("{}\n{START_PART}{loader}", rest.join("\n"));
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

/// `const __wasm_split_load_search = …`
fn loader_function(line: &str) -> Option<&str> {
    let name = line.strip_prefix("const ")?.split(' ').next()?;
    name.starts_with("__wasm_split_load_").then_some(name)
}

fn own_loader(loader: &str, names: &[(String, String)]) -> Outcome<String> {
    let own: Vec<&str> = loader
        .lines()
        .filter(|line| {
            !UNWANTED
                .iter()
                .any(|start| line.trim_start().starts_with(start))
        })
        .map(|line| line.strip_prefix("export ").unwrap_or(line))
        .collect();
    let mut text = own.join("\n") + "\n";
    for (old, new) in [(EXPORTS, "wasm"), (STREAMING, "startPart(src, imports)")] {
        if !text.contains(old) {
            return Err(unexpected(old));
        }
        text = text.replace(old, new);
    }
    for (old, new) in names {
        let quoted = format!("\"./{old}\"");
        if !text.contains(&quoted) {
            return Err(unexpected(&quoted));
        }
        text = text.replace(&quoted, &format!("\"./{new}\""));
    }
    Ok(text)
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
        export const __wasm_split_load_a = load(() => {\n\
        const src = fetch(new URL(\"./split_a.wasm\", import.meta.url));\n\
        return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n});\n";

    fn names(old: &str) -> Vec<(String, String)> {
        vec![(old.to_owned(), "a-0123.wasm".to_owned())]
    }

    #[test]
    fn one_script_comes_of_two() {
        let joined = join(PROGRAM, LOADER, &names("split_a.wasm")).expect("a script");
        for part in [
            "let wasm;",
            "export { initSync };",
            "const { memory } = wasm;",
            "\"./a-0123.wasm\"",
            "(startPart(src, imports))",
            "const import1 = { __wasm_split_load_a };",
            "const import2 = { __wasm_split_load_a };",
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
