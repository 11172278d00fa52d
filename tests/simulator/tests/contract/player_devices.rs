//! Devices: moving from one to another, and their oddities (contract 4.5, 6.1).

use serde_json::Value;
use serde_json::json;

use crate::listening::Listening;
use crate::listening::NOTHING;
use crate::stage::check_api_error;

#[test]
fn playback_moves_from_device_to_device() {
    let mut ada = Listening::to_a_record();
    ada.stage.wait(9000);
    let speaker = ada.device("Kitchen speaker");
    ada.send("PUT", "", &json!({"device_ids": [speaker]}));
    let state = ada.read("");
    assert_eq!(
        (&state["device"]["id"], &state["is_playing"]),
        (&json!(speaker), &json!(true))
    );
    assert_eq!(state["progress_ms"], 9000);
    ada.tell("PUT", "/volume?volume_percent=77");
    assert_eq!(ada.read("")["device"]["volume_percent"], 77);
    ada.tell("PUT", "/pause");
    let phone = ada.device("phone");
    ada.send("PUT", "", &json!({"device_ids": [phone], "play": true}));
    assert_eq!(ada.read("")["is_playing"], true);
    ada.control("POST", "/devices", &json!({"sleep": "Ada’s phone"}));
    assert_eq!(ada.send("GET", "", &NOTHING).status(), 204);
    let reply = ada.send("PUT", "", &json!({"device_ids": [phone]}));
    check_api_error(&reply, 404, "Device not found");
}

#[test]
fn a_device_that_has_hardly_woken_fails_twice() {
    let mut ada = Listening::to_a_record();
    ada.control("PATCH", "/switches", &json!({"slow_wake": true}));
    ada.control("POST", "/devices", &json!({"wake": "Bedroom speaker"}));
    let bedroom = json!({"device_ids": [ada.device("Bedroom speaker")]});
    let mut statuses = || ada.send("PUT", "", &bedroom).status().as_u16();
    assert_eq!([statuses(), statuses(), statuses()], [404, 502, 204]);
}

#[test]
fn success_has_several_forms() {
    let mut ada = Listening::to_a_record();
    for (form, status) in [("no_content", 204), ("accepted", 202), ("text", 200)] {
        ada.control("PATCH", "/switches", &json!({"player_success": form}));
        let reply = ada.send("PUT", "/seek?position_ms=10", &NOTHING);
        assert_eq!(reply.status(), status);
        assert_eq!(reply.body().is_empty(), form != "text");
        assert!(serde_json::from_slice::<Value>(reply.body()).is_err());
    }
}

#[test]
fn odd_devices_leave_things_out() {
    let mut ada = Listening::to_a_record();
    ada.control("PATCH", "/switches", &json!({"null_sprinkling": true}));
    let state = ada.read("");
    assert_eq!(state.get("shuffle_state"), None);
    assert!(state.get("smart_shuffle").is_some());
    assert_eq!(state["device"]["volume_percent"], NOTHING);
}
