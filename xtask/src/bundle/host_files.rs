//! Files that speak to the host of the bundle rather than to the browser.

/// The file from which Cloudflare Pages, Netlify and others take the headers
/// to send. Hosts that do not know it deliver it as one more small file.
pub const HEADERS: &str = "_headers";

/// Sent with every file.
///
/// The policy itself stands in the page; `frame-ancestors` is the one
/// directive that browsers take from a header only. HSTS is the host's affair.
const FOR_ALL: [(&str, &str); 6] = [
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("X-Frame-Options", "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", PERMISSIONS),
];

/// Refuses what the app never asks for. `autoplay` and `encrypted-media` stay
/// with the app's own pages, for playing music in the browser.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), \
     display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
     local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     publickey-credentials-get=(), serial=(), usb=(), xr-spatial-tracking=(), \
     autoplay=(self), encrypted-media=(self)";

/// The text of [`HEADERS`]: `named` are the files whose names change with
/// their content and which a browser may therefore keep for ever.
pub fn headers(base: &str, named: &[String]) -> String {
    let mut text = section(&format!("{base}*"), &FOR_ALL);
    // Rules that overlap add up on some hosts, so no rule for all files
    // speaks of caching.
    for page in ["", super::PAGE, super::FALLBACK] {
        text.push_str(&section(
            &format!("{base}{page}"),
            &[("Cache-Control", "no-cache")],
        ));
    }
    for file in named {
        text.push_str(&section(
            &format!("{base}{file}"),
            &[("Cache-Control", "public, max-age=31536000, immutable")],
        ));
    }
    text
}

fn section(path: &str, headers: &[(&str, &str)]) -> String {
    let mut lines = vec![path.to_owned()];
    lines.extend(
        headers
            .iter()
            .map(|(name, value)| format!("  {name}: {value}")),
    );
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::headers;

    #[test]
    fn everything_is_guarded_and_only_named_files_are_kept() {
        let text = headers("/sub/", &["app-1.js".to_owned()]);
        let all = text.split("\n/").next().unwrap_or_default();
        for line in [
            "/sub/*",
            "  Content-Security-Policy: frame-ancestors 'none'",
            "  X-Frame-Options: DENY",
            "  X-Content-Type-Options: nosniff",
            "  Referrer-Policy: no-referrer",
            "  Cross-Origin-Opener-Policy: same-origin",
        ] {
            assert!(all.lines().any(|own| own == line), "{line}");
        }
        assert!(all.contains("microphone=()") && all.contains("encrypted-media=(self)"));
        assert!(!all.contains("Cache-Control"));
        for page in ["", "index.html", "404.html"] {
            let section = format!("\n/sub/{page}\n  Cache-Control: no-cache\n");
            assert!(text.contains(&section), "{page}");
        }
        let script = "\n/sub/app-1.js\n  Cache-Control: public, max-age=31536000, immutable\n";
        assert!(text.contains(script));
    }
}
