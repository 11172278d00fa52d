//! What the page may not hold, because its policy would block it or because
//! it would load something from another host.

use super::build::Purpose;
use super::html::{self, Tag};
use crate::trouble::{Outcome, Trouble};

/// Attributes by which a tag loads something at once, or sends something.
const LOADING: [&str; 7] = [
    "src",
    "srcset",
    "href",
    "data",
    "poster",
    "action",
    "formaction",
];

/// Looks for what the page may not hold.
///
/// # Errors
/// With the first thing found.
pub fn check(page: &str, purpose: Purpose) -> Outcome {
    let tags = html::tags(page);
    let inline = tags.iter().filter(|tag| tag.is_inline_script()).count();
    if inline > 1 && purpose != Purpose::LiveReload {
        return Err(broken(
            &format!("The page has {inline} inline scripts"),
            "Keep to the one that Trunk writes; let others be files",
        ));
    }
    match tags.iter().find_map(fault) {
        Some((what, next)) => Err(broken(&what, next)),
        None => Ok(()),
    }
}

fn broken(what: &str, next: &str) -> Trouble {
    Trouble::new(format!("{what}."), format!("{next}, and build again."))
}

fn fault(tag: &Tag<'_>) -> Option<(String, &'static str)> {
    let name = &tag.name;
    if name == "style" || tag.value("style").is_some() {
        let next = "Move it into a file of style/, because the policy allows no inline style";
        return Some((format!("The page has an inline style (<{name}>)"), next));
    }
    if name == "base" {
        let next = "Take it out, because the policy allows none; addresses start with `/`";
        return Some(("The page has a <base> tag".to_owned(), next));
    }
    if let Some(handler) = tag.attributes.iter().find(|one| one.name.starts_with("on")) {
        let next = "Take it out, because the policy allows no inline handler";
        return Some((
            format!("<{name}> has an `{}` attribute", handler.name),
            next,
        ));
    }
    let (loading, value) = LOADING
        .iter()
        .filter_map(|&loading| Some((loading, tag.value(loading)?)))
        .find(|(_, value)| name != "a" && leaves_the_host(value))?;
    Some((
        format!("<{name} {loading}=\"{value}\"> names another place than the app's own host"),
        "Keep a copy of the file in the project, or make it a link to click on",
    ))
}

/// Whether an address, or any of a list of them, is more than a path.
fn leaves_the_host(value: &str) -> bool {
    value.split(',').map(str::trim_start).any(|address| {
        let scheme = address
            .find([':', '/', '?', '#'])
            .is_some_and(|at| address[at..].starts_with(':'));
        let path = address.replace('\\', "/");
        scheme || path.starts_with("//")
    })
}

#[cfg(test)]
mod tests {
    use super::{Purpose, check};

    fn said(page: &str, purpose: Purpose) -> String {
        check(page, purpose)
            .err()
            .map(|trouble| trouble.to_string())
            .unwrap_or_default()
    }

    #[test]
    fn a_page_as_it_should_be_passes() {
        let page = "<head><link rel=stylesheet href=/main.css integrity=x>\
             <link rel=icon href=/icon.svg?a:b><script type=module>import '/a.js'</script></head>\
             <body class=style><a href=https://www.spotify.com>x</a><img src=i.png srcset=\
             \"/a.png 1x, b.png 2x\"><script src=/b.js></script></body>";
        assert_eq!(said(page, Purpose::Release), "");
    }

    #[test]
    fn each_fault_is_named() {
        let cases = [
            ("<script>a</script><script>b</script>", "2 inline scripts"),
            ("<style>p{}</style>", "inline style (<style>)"),
            ("<p style='color:red'>", "inline style (<p>)"),
            ("<base href=/>", "<base>"),
            ("<body onload=x>", "`onload`"),
            ("<script src=https://cdn.test/a.js>", "cdn.test"),
            ("<script src=//cdn.test/a.js>", "cdn.test"),
            ("<script src='\\\\cdn.test/a.js'>", "cdn.test"),
            ("<link rel=stylesheet href=HTTPS://cdn.test/a>", "cdn.test"),
            ("<link rel=icon href=data:,>", "data:,"),
            ("<img src=http://cdn.test/a.png>", "cdn.test"),
            ("<img srcset='/a 1x, https://cdn.test/b 2x'>", "cdn.test"),
            ("<form action=https://cdn.test/>", "cdn.test"),
        ];
        for (page, expected) in cases {
            let said = said(page, Purpose::Release);
            assert!(said.contains(expected), "{page}: {said}");
        }
    }

    #[test]
    fn live_reload_may_add_a_script_but_nothing_else() {
        let two = "<script>a</script><script>b</script>";
        assert_eq!(said(two, Purpose::LiveReload), "");
        assert_ne!(said(two, Purpose::Debug), "");
        assert_ne!(said("<p style=a>", Purpose::LiveReload), "");
    }
}
