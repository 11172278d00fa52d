use super::{
    Proof, Recipe, Value, Variable,
    quoting::{Escapes, double},
};
use crate::ports::Method;

/// Python with `requests`.
pub fn write(recipe: &Recipe) -> String {
    let mut lines = vec!["import os".to_owned(), String::new()];
    lines.push("import requests\n".to_owned());
    lines.push(format!("answer = requests.{}(", function(recipe.method)));
    lines.push(format!("    {},", quoted(&recipe.url)));
    lines.extend(proof(&recipe.proof));
    if !recipe.form.is_empty() {
        lines.push("    data={".to_owned());
        lines.extend(recipe.form.iter().map(|(name, value)| {
            let value = match value {
                Value::Text(text) => quoted(text),
                Value::Variable(variable) => from_environment(*variable),
            };
            format!("        \"{name}\": {value},")
        }));
        lines.push("    },".to_owned());
    }
    lines.push("    timeout=20,\n)".to_owned());
    lines.push("print(answer.status_code)\nprint(answer.content.decode())\n".to_owned());
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
