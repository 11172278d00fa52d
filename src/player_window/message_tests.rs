use super::*;

fn device() -> DeviceId {
    "d1".to_owned().try_into().expect("an id")
}

#[test]
fn what_a_window_says_is_heard_as_it_was_said() {
    let states = [
        WindowState::WaitingForClick,
        WindowState::Connecting,
        WindowState::Ready {
            device: device(),
            hitch: None,
        },
        WindowState::Ready {
            device: device(),
            hitch: Some(Trouble::AutoplayBlocked),
        },
        WindowState::NotReady,
        WindowState::Trouble(Trouble::NoPremium),
    ];
    let states = states
        .into_iter()
        .flat_map(|state| [true, false].map(|asked| (state.clone(), asked)))
        .map(|(state, asked)| WindowMessage::State { state, asked });
    let others = [
        WindowMessage::Hello,
        WindowMessage::TokenPlease {
            nonce: "n".to_owned(),
            refused: true,
        },
        WindowMessage::Bye,
    ];
    for message in states.chain(others) {
        let text = message.write();
        assert_eq!(WindowMessage::read(&text), Some(message), "{text}");
        assert_eq!(AppMessage::read(&text), None, "{text}");
    }
}

#[test]
fn what_the_app_says_is_heard_as_it_was_said() {
    let messages = [
        AppMessage::Token {
            nonce: "n".to_owned(),
            access: AccessToken::new("BQA".to_owned()),
        },
        AppMessage::NoToken {
            nonce: "n".to_owned(),
            why: Trouble::SignedOut,
        },
        AppMessage::WhoIsThere,
        AppMessage::Close,
    ];
    for message in messages {
        let text = message.write();
        assert_eq!(AppMessage::read(&text), Some(message), "{text}");
        assert_eq!(WindowMessage::read(&text), None, "{text}");
    }
}

#[test]
fn what_is_no_message_of_ours_is_not_heard() {
    for garbled in [
        "",
        "{}",
        "[]",
        "null",
        "player-close/1",
        r#"{"kind":"player-close/2"}"#,
        r#"{"kind":"player-hello"}"#,
        r#"{"kind":7}"#,
        r#"{"kind":"player-token/1","nonce":"n"}"#,
        r#"{"kind":"player-token/1","access_token":"x"}"#,
        r#"{"kind":"player-no-token/1","nonce":"n","why":"other"}"#,
        r#"{"kind":"player-no-token/1","nonce":"n","why":null}"#,
        r#"{"kind":"player-token-please/1","nonce":"n"}"#,
        r#"{"kind":"player-state/1","state":"other","asked":false}"#,
        r#"{"kind":"player-state/1","state":"ready","trouble":null,"asked":true}"#,
        r#"{"kind":"player-state/1","state":"ready","device":"","trouble":null,"asked":true}"#,
        r#"{"kind":"player-state/1","state":"trouble","trouble":null,"asked":true}"#,
        r#"{"kind":"player-state/1","state":"waiting"}"#,
    ] {
        assert_eq!(AppMessage::read(garbled), None, "{garbled}");
        assert_eq!(WindowMessage::read(garbled), None, "{garbled}");
    }
}

#[test]
fn what_is_said_can_be_printed_without_the_token() {
    let message = AppMessage::Token {
        nonce: "n".to_owned(),
        access: AccessToken::new("BQA-secret".to_owned()),
    };
    assert!(!format!("{message:?}").contains("secret"));
}
