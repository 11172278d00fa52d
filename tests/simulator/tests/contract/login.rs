//! Signing in at the accounts host (contract 1.2).

use http::Request;
use simulator::SwitchChange;

use crate::stage::Stage;
use crate::stage::authorize_url;
use crate::stage::encode;
use crate::stage::head;
use crate::stage::parameter;
use crate::stage::text;

fn signed_out() -> Stage {
    let mut stage = Stage::new();
    stage.simulator.switch(SwitchChange {
        signed_out: Some(true),
        ..SwitchChange::default()
    });
    stage
}

#[test]
fn who_is_signed_out_signs_in_before_anything_is_judged() {
    let mut stage = signed_out();
    let away = stage.authorize(&[("client_id", Some("nonsense"))]);
    assert_eq!(away.status(), 303);
    let page = head(&away, "location").unwrap();
    assert!(page.starts_with("https://accounts.spotify.com/en/login?continue="));
    let shown = stage.send(Request::get(page).body(Vec::new()).unwrap());
    assert_eq!(shown.status(), 200);
    for name in ["Ada", "Bob", "cleo"] {
        assert!(text(&shown).contains(name), "{name}");
    }
    let log = format!("{:?}", stage.simulator.log());
    assert!(
        !log.contains("a state of sorts") && !log.contains("a+state"),
        "{log}"
    );
}

#[test]
fn choosing_an_account_signs_it_in_and_goes_on() {
    let mut stage = signed_out();
    let away = stage.authorize(&[]);
    let goal = parameter(&away, "continue").unwrap();
    let form = |goal: &str| {
        let query = String::from_utf8(encode(&[("continue", goal)])).unwrap();
        Request::post(format!(
            "https://accounts.spotify.com/simulator/login?{query}"
        ))
        .body(encode(&[("account", "cleo")]))
        .unwrap()
    };
    let on = stage.send(form(&goal));
    assert_eq!(on.status(), 303);
    assert_eq!(head(&on, "location"), Some(goal.as_str()));
    assert_eq!(stage.simulator.signed_in(), "cleo");
    let consent = stage.send(Request::get(goal).body(Vec::new()).unwrap());
    assert!(text(&consent).contains("asks to"));
    let elsewhere = stage.send(form("https://evil.example/authorize?"));
    assert_eq!(elsewhere.status(), 404);
}

#[test]
fn on_a_single_origin_it_stays_there() {
    let mut stage = signed_out();
    let url = authorize_url("/authorize", &[]);
    let here = url.replace("https://accounts.spotify.com", "http://127.0.0.1:4000");
    let away = stage.send(Request::get(here).body(Vec::new()).unwrap());
    assert!(
        head(&away, "location")
            .unwrap()
            .starts_with("http://127.0.0.1:4000/en/login?")
    );
    let goal = parameter(&away, "continue").unwrap();
    assert!(goal.starts_with("http://127.0.0.1:4000/authorize?"));
}
