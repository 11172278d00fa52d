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

/// Refuses what no page ever asks for. Playing is for the player window, and
/// for the frame that Spotify's SDK makes there (contract 7); that the app's
/// pages have no such frame is in their policy. A rule for the window alone
/// would add up with this one, in an order that hosts do not agree on.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), \
     display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
     local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     publickey-credentials-get=(), serial=(), usb=(), xr-spatial-tracking=(), \
     autoplay=(self \"https://sdk.scdn.co\"), encrypted-media=(self \"https://sdk.scdn.co\")";

/// The addresses of the player window's page: some hosts leave the ending out.
const PLAYER_ADDRESSES: [&str; 2] = [super::PLAYER_PAGE, "player"];

/// Differs from the app's, so that a window which the SDK's page opens at the
/// app's address is out of its reach: browsers then part the two. Some hosts
/// send this and the app's as one value, which no browser can read; that parts
/// them all the same.
const OPENER_OF_PLAYER: (&str, &str) = ("Cross-Origin-Opener-Policy", "same-origin-allow-popups");

const RENEWED: (&str, &str) = ("Cache-Control", "no-cache");
const KEPT: (&str, &str) = ("Cache-Control", "public, max-age=31536000, immutable");

/// The text of [`HEADERS`]: `named` are the files whose names change with
/// their content and which a browser may therefore keep for ever.
pub fn headers(base: &str, named: &[String]) -> String {
    let mut text = section(&format!("{base}*"), &FOR_ALL);
    // Rules that overlap add up on some hosts, so no rule for all files
    // speaks of caching.
    for page in ["", super::PAGE, super::FALLBACK] {
        text.push_str(&section(&format!("{base}{page}"), &[RENEWED]));
    }
    for page in PLAYER_ADDRESSES {
        let own = [RENEWED, OPENER_OF_PLAYER];
        text.push_str(&section(&format!("{base}{page}"), &own));
    }
    for file in named {
        text.push_str(&section(&format!("{base}{file}"), &[KEPT]));
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
        assert!(all.contains("microphone=()"));
        assert!(all.contains("encrypted-media=(self \"https://sdk.scdn.co\")"));
        assert!(!all.contains("Cache-Control"));
        for page in ["", "index.html", "404.html"] {
            let section = format!("\n/sub/{page}\n  Cache-Control: no-cache\n");
            assert!(text.contains(&section), "{page}");
        }
        for page in ["player.html", "player"] {
            let section = format!(
                "\n/sub/{page}\n  Cache-Control: no-cache\n  \
                 Cross-Origin-Opener-Policy: same-origin-allow-popups\n"
            );
            assert!(text.contains(&section), "{page}");
        }
        let script = "\n/sub/app-1.js\n  Cache-Control: public, max-age=31536000, immutable\n";
        assert!(text.contains(script));
    }
}
