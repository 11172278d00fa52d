use super::{
    Proof, Recipe, Value, Variable,
    quoting::{Escapes, double},
};
use crate::ports::Method;

/// Rust with `reqwest`, blocking.
pub fn write(recipe: &Recipe) -> String {
    let mut lines = vec![
        "use std::{env, error::Error};\n".to_owned(),
        "fn main() -> Result<(), Box<dyn Error>> {".to_owned(),
        "    let answer = reqwest::blocking::Client::new()".to_owned(),
        format!(
            "        .{}({})",
            function(recipe.method),
            quoted(&recipe.url)
        ),
    ];
    lines.extend(proof(&recipe.proof));
    if !recipe.form.is_empty() {
        lines.push("        .form(&[".to_owned());
        lines.extend(recipe.form.iter().map(|(name, value)| {
            let value = match value {
                Value::Text(text) => format!("{}.to_owned()", quoted(text)),
                Value::Variable(variable) => from_environment(*variable),
            };
            format!("            (\"{name}\", {value}),")
        }));
        lines.push("        ])".to_owned());
    }
    lines.push("        .send()?;".to_owned());
    lines.push("    println!(\"{}\", answer.status());".to_owned());
    lines.push("    println!(\"{}\", answer.text()?);\n    Ok(())\n}\n".to_owned());
    lines.join("\n")
}

const fn function(method: Method) -> &'static str {
    match method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Put => "put",
        Method::Delete => "delete",
    }
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
