use super::{
    Proof, Recipe, Variable,
    quoting::{Escapes, double},
};
use crate::ports::Method;

/// Says so when a variable is not set.
const SETTING: &str = "\
function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
";

/// TypeScript with `fetch`, for a program of its own.
pub fn write(recipe: &Recipe) -> String {
    let mut lines = vec![SETTING.to_owned()];
    lines.push(format!(
        "const answer = await fetch({}, {{",
        quoted(&recipe.url)
    ));
    if recipe.method != Method::Get {
        lines.push(format!("  method: \"{}\",", recipe.method.as_str()));
    }
    lines.extend(
        authorization(&recipe.proof)
            .map(|value| format!("  headers: {{ Authorization: {value} }},")),
    );
    if !recipe.form.is_empty() {
        lines.push("  body: new URLSearchParams({".to_owned());
        lines.extend(recipe.form.iter().map(|(name, value)| {
            let value = value.written(quoted, from_environment);
            format!("    {name}: {value},")
        }));
        lines.push("  }),".to_owned());
    }
    lines.push("});".to_owned());
    lines.push("console.log(answer.status);\nconsole.log(await answer.text());\n".to_owned());
    lines.join("\n")
}

fn authorization(proof: &Proof) -> Option<String> {
    match proof {
        Proof::None => None,
        Proof::AccessToken => Some(format!(
            "`Bearer ${{{}}}`",
            from_environment(Variable::AccessToken)
        )),
        Proof::Secret(client_id) => Some(format!(
            "`Basic ${{btoa({} + {})}}`",
            quoted(&format!("{}:", client_id.as_str())),
            from_environment(Variable::ClientSecret)
        )),
    }
}

fn from_environment(variable: Variable) -> String {
    format!("setting(\"{}\")", variable.name())
}

fn quoted(text: &str) -> String {
    double(text, Escapes::Braces)
}
