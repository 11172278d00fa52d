use crate::{
    oauth::{Scope, ScopeSet},
    spotify::{
        Call, Endpoint, Error, Refusal, Trial,
        endpoints::{me, player, playlists, saved},
    },
};

/// What calls have shown of a token's permissions. Spotify tells the scopes of
/// a token only when it issues it; afterwards there is nothing but what works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// It has these: a read that needs them brought an answer.
    pub proven: ScopeSet,
    /// It lacks these: a read that needs no other was refused for a scope.
    pub refuted: ScopeSet,
}

impl Evidence {
    /// What it is after `trial` of `call` too.
    #[must_use]
    pub fn with(self, call: &Call<()>, trial: &Trial) -> Self {
        let needed = needed_in_any_case(call.endpoint());
        if trial.response.is_success() {
            let proven = self.proven.iter().chain(needed.iter()).collect();
            return Self { proven, ..self };
        }
        let is_refused = trial.error == Some(Error::Forbidden(Refusal::InsufficientScope));
        let open: Vec<_> = needed
            .iter()
            .filter(|scope| !self.proven.contains(*scope))
            .collect();
        match (is_refused, open.as_slice()) {
            (true, [lacking]) => Self {
                refuted: self.refuted.iter().chain([*lacking]).collect(),
                ..self
            },
            _ => self,
        }
    }
}

/// What a success proves. Only reads of what is the listener's own prove
/// anything: of public things, tokens without any scope are told too, and lists
/// that a scope merely lengthens are told without it.
fn needed_in_any_case(endpoint: &Endpoint) -> ScopeSet {
    let is_personal = endpoint.path.starts_with("/v1/me/");
    let scopes = if is_personal { endpoint.scopes } else { &[] };
    scopes.iter().copied().collect()
}

/// A small read that shows whether a token has a scope.
#[derive(Clone, Copy)]
pub struct Probe {
    /// The scope.
    pub scope: Scope,
    endpoint: &'static Endpoint,
    is_paged: bool,
}

impl Probe {
    const fn of(scope: Scope, endpoint: &'static Endpoint, is_paged: bool) -> Self {
        Self {
            scope,
            endpoint,
            is_paged,
        }
    }

    /// The read; it brings as little as it can.
    pub fn call(self) -> Option<Call<()>> {
        let few = [("limit", "1"), ("type", "artist")];
        let entries = if self.is_paged { &few[..] } else { &[] };
        self.endpoint.filled(entries).ok()
    }
}

/// One for each scope that a single read can prove. The others show only when
/// something is changed, played or shared.
pub static PROBES: &[Probe] = &[
    Probe::of(Scope::UserTopRead, &me::TOP_ARTISTS, true),
    Probe::of(
        Scope::UserReadRecentlyPlayed,
        &player::RECENTLY_PLAYED,
        true,
    ),
    Probe::of(Scope::UserReadPlaybackState, &player::DEVICES, false),
    Probe::of(
        Scope::UserReadCurrentlyPlaying,
        &player::CURRENTLY_PLAYING,
        false,
    ),
    Probe::of(Scope::UserLibraryRead, &saved::TRACKS, true),
    Probe::of(Scope::UserFollowRead, &me::FOLLOWING, true),
    Probe::of(Scope::PlaylistReadPrivate, &playlists::MINE, true),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ports::{Millis, Response},
        spotify::endpoints::{library, shows},
    };

    fn trial(status: u16, error: Option<Error>) -> Trial {
        Trial {
            response: Response {
                status,
                retry_after: None,
                body: String::new(),
            },
            took: Millis::ZERO,
            error,
        }
    }

    fn lacks_scope() -> Trial {
        trial(403, Some(Error::Forbidden(Refusal::InsufficientScope)))
    }

    fn set(scopes: &[Scope]) -> ScopeSet {
        scopes.iter().copied().collect()
    }

    #[test]
    fn each_probe_needs_its_scope_and_no_other() {
        for probe in PROBES {
            let call = probe.call().expect("a call");
            assert_eq!(call.endpoint().scopes, [probe.scope], "{}", call.path());
            let proven = Evidence::default().with(&call, &trial(204, None)).proven;
            assert_eq!(proven, set(&[probe.scope]));
            let refuted = Evidence::default().with(&call, &lacks_scope()).refuted;
            assert_eq!(refuted, set(&[probe.scope]));
        }
    }

    #[test]
    fn a_refusal_tells_which_scope_only_when_no_other_is_open() {
        let queue = player::QUEUE.filled(&[]).expect("a call");
        let nothing = Evidence::default();
        assert_eq!(nothing.with(&queue, &lacks_scope()), nothing);
        let devices = player::DEVICES.filled(&[]).expect("a call");
        let some = nothing.with(&devices, &trial(200, None));
        assert_eq!(
            some.with(&queue, &lacks_scope()).refuted,
            set(&[Scope::UserReadCurrentlyPlaying])
        );
    }

    #[test]
    fn what_is_open_to_all_proves_nothing() {
        let id = "4iV5W9uYEdYUVa79Axb7Rh";
        let show = shows::SHOW.filled(&[("id", id)]).expect("a call");
        let uri = format!("spotify:track:{id}");
        let contains = library::CONTAINS.filled(&[("uris", &uri)]).expect("a call");
        for call in [&show, &contains] {
            let evidence = Evidence::default().with(call, &trial(200, None));
            assert_eq!(evidence, Evidence::default(), "{}", call.path());
        }
    }

    #[test]
    fn other_answers_prove_nothing() {
        let top = me::TOP_ARTISTS.filled(&[]).expect("a call");
        for (status, error) in [
            (401, Error::Unauthorized),
            (403, Error::Forbidden(Refusal::NotRegistered)),
            (502, Error::ServerTrouble(502)),
        ] {
            let evidence = Evidence::default().with(&top, &trial(status, Some(error)));
            assert_eq!(evidence, Evidence::default(), "{status}");
        }
    }
}
