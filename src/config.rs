//! What is fixed when the app is built: which Spotify it talks to, and the
//! client ID that someone who deploys for themselves may bake in.

/// The simulated Spotify of `cargo xtask serve`. Debug builds only: a release
/// bundle cannot be pointed anywhere else, not even by mistake (security 53).
const SIMULATOR: Option<&str> = if cfg!(debug_assertions) {
    option_env!("CRATEDIGGER_SIMULATOR")
} else {
    None
};

/// The origin that shows the consent page and issues tokens.
pub const ACCOUNTS_ORIGIN: &str = match SIMULATOR {
    Some(origin) => origin,
    None => "https://accounts.spotify.com",
};

/// The origin of the Web API.
pub const API_ORIGIN: &str = match SIMULATOR {
    Some(origin) => origin,
    None => "https://api.spotify.com",
};

/// The script of Spotify's Web Playback SDK (contract 7), which only the player
/// window loads.
pub fn sdk_script() -> String {
    let origin = SIMULATOR.unwrap_or("https://sdk.scdn.co");
    format!("{origin}/spotify-player.js")
}

/// Whether this build talks to the simulated Spotify.
pub const SIMULATED: bool = SIMULATOR.is_some();

/// The client ID baked in when building (`CRATEDIGGER_CLIENT_ID`), if any. It
/// fills the Connect page's field; it is no secret.
pub const CLIENT_ID: Option<&str> = option_env!("CRATEDIGGER_CLIENT_ID");

/// Whom to write to about this installation (`CRATEDIGGER_CONTACT`), for its
/// terms (contract 8.2). Whoever deploys for others should set it.
pub const CONTACT: Option<&str> = option_env!("CRATEDIGGER_CONTACT");

const _: () = assert!(
    is_absent_or_client_id(CLIENT_ID),
    "CRATEDIGGER_CLIENT_ID is not 32 hexadecimal characters"
);

const fn is_absent_or_client_id(text: Option<&str>) -> bool {
    let Some(text) = text else { return true };
    let mut index = 0;
    while index < text.len() {
        if !text.as_bytes()[index].is_ascii_hexdigit() {
            return false;
        }
        index += 1;
    }
    text.len() == 32
}

/// What every key in this browser's storage begins with. The simulated Spotify
/// has its own, so that trying the demo never touches a real session.
pub const STORAGE_PREFIX: &str = if SIMULATED {
    "cratedigger-simulated."
} else {
    "cratedigger."
};
