//! Which redirect URIs match a registered one (contract 1.3).

/// The two loopback literals for which plain HTTP is allowed.
const LOOPBACK: [&str; 2] = ["http://127.0.0.1", "http://[::1]"];

/// Whether a requested redirect URI matches one of those registered: exactly,
/// but for the port of a loopback literal registered without one.
pub fn matches(registered: &[String], requested: &str) -> bool {
    is_allowed(requested)
        && registered
            .iter()
            .any(|uri| uri == requested || without_port(requested).is_some_and(|bare| bare == *uri))
}

/// Whether it may be used at all, registered or not: no fragment, and plain
/// HTTP for loopback literals only, of which `localhost` is none.
fn is_allowed(uri: &str) -> bool {
    let plain = uri
        .get(..7)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"));
    !uri.contains('#') && (!plain || on_loopback(uri).is_some())
}

/// A loopback URI's literal and what follows it.
fn on_loopback(uri: &str) -> Option<(&str, &str)> {
    let literal = LOOPBACK
        .into_iter()
        .find(|literal| uri.starts_with(literal))?;
    let rest = &uri[literal.len()..];
    let ends = rest.is_empty() || rest.starts_with([':', '/', '?']);
    ends.then_some((literal, rest))
}

/// A loopback URI without the port it has.
fn without_port(uri: &str) -> Option<String> {
    let (literal, rest) = on_loopback(uri)?;
    let port_on = rest.strip_prefix(':')?;
    let path = port_on.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let digits = port_on.len() - path.len();
    ((1..=5).contains(&digits) && (path.is_empty() || path.starts_with(['/', '?'])))
        .then(|| format!("{literal}{path}"))
}

/// A redirect URI with the parameters of an answer added.
pub fn with_parameters(uri: &str, parameters: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(parameters);
    let joint = if uri.contains('?') { '&' } else { '?' };
    format!("{uri}{joint}{}", query.finish())
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn compares_exactly_but_for_a_loopback_port() {
        let cases = [
            ("https://app.example/cb", "https://app.example/cb", true),
            ("https://app.example/cb", "https://app.example/cb/", false),
            ("https://app.example/cb", "https://APP.example/cb", false),
            ("https://app.example/cb", "http://app.example/cb", false),
            (
                "https://app.example/cb",
                "https://app.example/cb?x=1",
                false,
            ),
            (
                "https://app.example/cb",
                "https://app.example:444/cb",
                false,
            ),
            (
                "https://app.example/cb#x",
                "https://app.example/cb#x",
                false,
            ),
            ("http://app.example/cb", "http://app.example/cb", false),
            ("http://192.168.1.4/", "http://192.168.1.4/", false),
            ("http://localhost:8080/", "http://localhost:8080/", false),
            ("HTTP://localhost/", "HTTP://localhost/", false),
            ("http://127.0.0.1/", "http://127.0.0.1/", true),
            ("http://127.0.0.1/", "http://127.0.0.1:8080/", true),
            ("http://127.0.0.1/", "http://127.0.0.1:8080", false),
            ("http://127.0.0.1/", "http://127.0.0.1:/", false),
            ("http://127.0.0.1/", "http://127.0.0.1:80x/", false),
            ("http://127.0.0.1/", "http://127.0.0.1:8080/sub/", false),
            (
                "http://127.0.0.1/",
                "http://127.0.0.1.evil.example:80/",
                false,
            ),
            ("http://127.0.0.1/", "http://127.0.0.1@evil.example/", false),
            ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/", true),
            ("http://127.0.0.1:8080/", "http://127.0.0.1:8081/", false),
            ("http://127.0.0.1:8080/", "http://127.0.0.1/", false),
            ("http://[::1]/", "http://[::1]:3000/", true),
            ("myapp://callback", "myapp://callback", true),
        ];
        for (registered, requested, expected) in cases {
            let registered = [registered.to_owned()];
            assert_eq!(
                matches(&registered, requested),
                expected,
                "{registered:?} {requested}"
            );
        }
    }
}
