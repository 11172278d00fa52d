use super::{Proof, Recipe, Value, Variable, shell, shell_variable};

/// `curl`.
pub fn write(recipe: &Recipe) -> String {
    let mut lines = vec![format!("curl --url {}", shell(&recipe.url))];
    match &recipe.proof {
        Proof::None => {}
        Proof::AccessToken => lines.push(format!(
            "--header \"Authorization: Bearer {}\"",
            set(Variable::AccessToken)
        )),
        Proof::Secret(client_id) => lines.push(format!(
            "--user \"{}:{}\"",
            client_id.as_str(),
            set(Variable::ClientSecret)
        )),
    }
    // Which makes it a POST.
    lines.extend(recipe.form.iter().map(|(name, value)| match value {
        Value::Text(text) => format!("--data-urlencode {}", shell(&format!("{name}={text}"))),
        Value::Variable(variable) => format!("--data-urlencode \"{name}={}\"", set(*variable)),
    }));
    lines.join(" \\\n  ")
}

fn set(variable: Variable) -> String {
    shell_variable(variable.name())
}
