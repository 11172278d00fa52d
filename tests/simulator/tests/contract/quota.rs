//! Quotas by group of endpoints and developer (contract 3.4).

use serde_json::json;
use simulator::DEMO_CLIENT_ID;

use crate::listening::Listening;
use crate::stage::HOUR;
use crate::stage::head;
use crate::stage::json as body_of;

#[test]
fn a_quota_empties_one_group_for_a_day() {
    let mut ada = Listening::new();
    ada.control(
        "PATCH",
        "/switches",
        &json!({"quota": {"bucket": "player", "calls": 2}}),
    );
    let token = ada.token.clone();
    let mut status = |path: &str| ada.stage.api(path, &token).status().as_u16();
    let calls = [
        "/me/player",
        "/me/player/devices",
        "/me/player/queue",
        "/me/player",
    ];
    assert_eq!(calls.map(&mut status), [204, 200, 429, 429]);
    assert_eq!(status("/me/top/tracks"), 200, "another group");
    ada.stage.wait(HOUR / 2);
    let reply = ada.stage.api("/me/player", &token);
    assert_eq!(body_of(&reply)["error"]["reason"], "QUOTA_EXCEEDED");
    let wait: u64 = head(&reply, "retry-after").unwrap().parse().unwrap();
    assert_eq!(wait, (24 * HOUR - HOUR / 2) / 1000);
    ada.stage
        .simulator
        .advance_clock(i64::try_from(24 * HOUR).unwrap());
    let token = ada
        .stage
        .tokens("ada01", "user-read-playback-state")
        .access_token;
    assert_eq!(ada.stage.api("/me/player", &token).status(), 204);
}

#[test]
fn a_developer_s_apps_share_their_quotas() {
    let mut ada = Listening::new();
    let quota = json!({"quota": {"player": 1, "search": 5}});
    let switches = ada.control("PATCH", "/switches", &quota);
    assert_eq!(switches["quota"]["search"], 5);
    let mut other = |developer: &str| {
        let id = "b".repeat(32);
        let app = json!({
            "client_id": id, "redirect_uris": ["https://app.example/"], "developer": developer,
        });
        ada.control("POST", "/apps", &app);
        for client_id in [DEMO_CLIENT_ID, &id] {
            let now = ada.stage.now;
            let tokens = ada
                .stage
                .simulator
                .issue_tokens(client_id, "ada01", None, now);
            ada.token = tokens.unwrap().access_token;
            let token = ada.token.clone();
            let status = ada.stage.api("/me/player", &token).status().as_u16();
            if client_id == id {
                return status;
            }
        }
        0
    };
    assert_eq!(other("ada01"), 429);
    assert_eq!(other("someone else"), 204);
}
