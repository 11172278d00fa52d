use super::{
    Proof, Recipe, Variable, called,
    quoting::{Escapes, double},
};

/// Rust with `reqwest`, blocking.
pub fn write(recipe: &Recipe) -> String {
    let mut lines = vec![
        "use std::{env, error::Error};\n".to_owned(),
        "fn main() -> Result<(), Box<dyn Error>> {".to_owned(),
        "    let answer = reqwest::blocking::Client::new()".to_owned(),
        format!(
            "        .{}({})",
            called(recipe.method),
            quoted(&recipe.url)
        ),
    ];
    lines.extend(proof(&recipe.proof));
    if !recipe.form.is_empty() {
        lines.push("        .form(&[".to_owned());
        lines.extend(recipe.form.iter().map(|(name, value)| {
            let value = value.written(
                |text| format!("{}.to_owned()", quoted(text)),
                from_environment,
            );
            format!("            (\"{name}\", {value}),")
        }));
        lines.push("        ])".to_owned());
    }
    lines.push("        .send()?;".to_owned());
    lines.push("    println!(\"{}\", answer.status());".to_owned());
    lines.push("    println!(\"{}\", answer.text()?);\n    Ok(())\n}\n".to_owned());
    lines.join("\n")
}

fn proof(proof: &Proof) -> Option<String> {
    match proof {
        Proof::None => None,
        Proof::AccessToken => Some(format!(
            "        .bearer_auth({})",
            from_environment(Variable::AccessToken)
        )),
        Proof::Secret(client_id) => Some(format!(
            "        .basic_auth({}, Some({}))",
            quoted(client_id.as_str()),
            from_environment(Variable::ClientSecret)
        )),
    }
}

fn from_environment(variable: Variable) -> String {
    format!("env::var(\"{}\")?", variable.name())
}

fn quoted(text: &str) -> String {
    double(text, Escapes::Braces)
}
