use super::{
    Proof, Recipe, Variable, called,
    quoting::{Escapes, double},
};

/// Python with `requests`.
pub fn write(recipe: &Recipe) -> String {
    let mut lines = vec!["import os".to_owned(), String::new()];
    lines.push("import requests\n".to_owned());
    lines.push(format!("answer = requests.{}(", called(recipe.method)));
    lines.push(format!("    {},", quoted(&recipe.url)));
    lines.extend(proof(&recipe.proof));
    if !recipe.form.is_empty() {
        lines.push("    data={".to_owned());
        lines.extend(recipe.form.iter().map(|(name, value)| {
            let value = value.written(quoted, from_environment);
            format!("        \"{name}\": {value},")
        }));
        lines.push("    },".to_owned());
    }
    lines.push("    timeout=20,\n)".to_owned());
    lines.push("print(answer.status_code)\nprint(answer.content.decode())\n".to_owned());
    lines.join("\n")
}

fn proof(proof: &Proof) -> Option<String> {
    match proof {
        Proof::None => None,
        Proof::AccessToken => Some(format!(
            "    headers={{\"Authorization\": \"Bearer \" + {}}},",
            from_environment(Variable::AccessToken)
        )),
        Proof::Secret(client_id) => Some(format!(
            "    auth=({}, {}),",
            quoted(client_id.as_str()),
            from_environment(Variable::ClientSecret)
        )),
    }
}

fn from_environment(variable: Variable) -> String {
    format!("os.environ[\"{}\"]", variable.name())
}

fn quoted(text: &str) -> String {
    double(text, Escapes::Fixed)
}
