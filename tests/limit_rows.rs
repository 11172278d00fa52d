//! Every limit of contract 3.4: how long it is kept, and what it stops.

mod support;

use cratedigger::{
    ports::{Millis, Response},
    spotify::{Bucket, Error, Limit, Limited, NextStep::WaitUntil, Situation},
};
use simulator::{QuotaChange, SwitchChange};
use support::{
    World, answer,
    asking::{Ask, copy, html, json, reason},
    scripted,
};

#[test]
fn each_limit_is_kept_for_as_long_as_it_takes() {
    let quota = || reason(429, "Too many requests", "QUOTA_EXCEEDED");
    let player = || {
        reason(
            403,
            "Player command failed: Restriction violated",
            "RATE_LIMITED",
        )
    };
    let after = |seconds, response| Response {
        retry_after: Some(seconds),
        ..response
    };
    let limited = || json(429, "API rate limit exceeded");
    let text = || answer(429, "Too many requests");
    for (ask, response, bucket, limit, seconds) in [
        (Ask::Track, limited(), Bucket::Lookups, Limit::Rate, 30),
        (Ask::Profile, text(), Bucket::Profile, Limit::Rate, 30),
        (Ask::Items, html(429), Bucket::Playlists, Limit::Rate, 30),
        (Ask::State, answer(429, ""), Bucket::Player, Limit::Rate, 30),
        (
            Ask::Search,
            after(7, limited()),
            Bucket::Search,
            Limit::Rate,
            7,
        ),
        (
            Ask::Add,
            after(13_749, text()),
            Bucket::Playlists,
            Limit::Rate,
            13_749,
        ),
        (
            Ask::Albums,
            quota(),
            Bucket::ArtistAlbums,
            Limit::Quota,
            15 * 60,
        ),
        (Ask::Save, quota(), Bucket::Library, Limit::Quota, 15 * 60),
        (
            Ask::Search,
            after(36_537, quota()),
            Bucket::Search,
            Limit::Quota,
            36_537,
        ),
        (Ask::Pause, player(), Bucket::Player, Limit::Rate, 30),
    ] {
        let (world, tab, script) = scripted([copy(&response)]);
        let began = Millis(world.spotify_now().0);
        let error = ask.ask(&world, &tab).unwrap_err();
        let until = began + Millis::from_secs(seconds);
        let expected = Limited {
            bucket,
            limit,
            until,
        };
        assert_eq!(error, Error::Limited(expected), "{response:?}");
        let situation = match limit {
            Limit::Quota => Situation::QuotaExceeded,
            _ => Situation::RateLimited,
        };
        let explained = (error.situation(), error.next_step(), error.until());
        assert_eq!(explained, (Some(situation), WaitUntil(until), Some(until)));
        assert_eq!(ask.ask(&world, &tab), Err(error));
        assert_eq!(script.requests().len(), 1, "{response:?}");
    }
}

#[test]
fn a_quota_that_runs_out_stops_one_group_and_no_other() {
    for (bucket, quota, ask) in [
        (Bucket::Search, r#"{"search":2}"#, Ask::Search),
        (Bucket::Player, r#"{"player":2}"#, Ask::State),
    ] {
        let (world, tab) = World::signed_in_for_everything();
        let quota: QuotaChange = serde_json::from_str(quota).unwrap();
        world.switch(SwitchChange {
            quota: Some(quota),
            ..SwitchChange::default()
        });
        let outcomes = [(); 4].map(|()| ask.ask(&world, &tab).map_err(|error| error.situation()));
        let over = Err(Some(Situation::QuotaExceeded));
        assert_eq!(outcomes, [Ok(()), Ok(()), over, over]);
        assert!(tab.client.meter().limited(bucket).is_some());
        assert_eq!(Ask::Profile.ask(&world, &tab), Ok(()));
        assert_eq!(world.wire.calls().len(), 4);
    }
}
