use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use js_sys::{Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{player_window::close_window, restart, script::add_script};
use crate::{
    config,
    oauth::AccessToken,
    player_window::{Control, PlayerPage, SdkNews},
};

#[wasm_bindgen]
extern "C" {
    /// Spotify's Web Playback SDK, as far as it is used here (contract 7).
    #[wasm_bindgen(js_namespace = Spotify)]
    type Player;

    #[wasm_bindgen(constructor, catch, js_namespace = Spotify)]
    fn new(options: &Object) -> Result<Player, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn connect(this: &Player) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn disconnect(this: &Player) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = addListener)]
    fn add_listener(this: &Player, event: &str, listener: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = activateElement)]
    fn activate_element(this: &Player) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = togglePlay)]
    fn toggle_play(this: &Player) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resume(this: &Player) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = nextTrack)]
    fn next_track(this: &Player) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = previousTrack)]
    fn previous_track(this: &Player) -> Result<Promise, JsValue>;
}

/// What Spotify calls when its script is there.
const ON_LOADED: &str = "onSpotifyWebPlaybackSDKReady";

/// What the device is called in every app of Spotify's.
const NAME: &str = "Cratedigger";

/// How loud it begins: full is loud.
const VOLUME: f64 = 0.7;

/// This page, with Spotify's SDK in it.
#[derive(Default)]
pub struct SpotifyPage(Rc<Parts>);

type Listener = Rc<dyn Fn(SdkNews)>;

#[derive(Default)]
struct Parts {
    listener: RefCell<Option<Listener>>,
    player: RefCell<Option<Player>>,
    /// What takes the token that was asked for last.
    answer: RefCell<Option<Function>>,
}

impl Parts {
    fn tell(&self, news: SdkNews) {
        let listener = self.listener.borrow().clone();
        if let Some(listener) = listener {
            listener(news);
        }
    }

    fn begin(self: &Rc<Self>) {
        let own = Rc::downgrade(self);
        let on_token_wanted = Closure::<dyn Fn(Function)>::new(move |answer: Function| {
            with(&own, |parts| {
                *parts.answer.borrow_mut() = Some(answer);
                parts.tell(SdkNews::TokenWanted);
            });
        });
        let options = Object::new();
        for (name, value) in [
            ("name", NAME.into()),
            ("volume", VOLUME.into()),
            // Media keys and the lock screen.
            ("enableMediaSession", JsValue::TRUE),
            ("getOAuthToken", on_token_wanted.into_js_value()),
        ] {
            // Setting a property of a new plain object cannot fail.
            let _ = Reflect::set(&options, &name.into(), &value);
        }
        let Ok(player) = Player::new(&options) else {
            return self.tell(SdkNews::InitializationError);
        };
        self.listen_to(&player);
        *self.player.borrow_mut() = Some(player);
        self.tell(SdkNews::Loaded);
    }

    fn listen_to(self: &Rc<Self>, player: &Player) {
        for event in [
            "ready",
            "not_ready",
            "player_state_changed",
            "autoplay_failed",
            "initialization_error",
            "authentication_error",
            "account_error",
            "playback_error",
        ] {
            let own = Rc::downgrade(self);
            let listener = Closure::<dyn Fn(JsValue)>::new(move |detail: JsValue| {
                if let Some(news) = news(event, &detail) {
                    with(&own, |parts| parts.tell(news));
                }
            });
            // Only a listener that is no function could be refused.
            let _ = player.add_listener(event, &listener.into_js_value());
        }
    }

    fn ask(&self, of: impl FnOnce(&Player) -> Result<Promise, JsValue>) {
        let promise = self.player.borrow().as_ref().map(of);
        if let Some(Ok(promise)) = promise {
            spawn_local(async move {
                // What came of it is told by an event.
                let _ = JsFuture::from(promise).await;
            });
        }
    }
}

fn with(parts: &Weak<Parts>, act: impl FnOnce(&Parts)) {
    if let Some(parts) = parts.upgrade() {
        act(&parts);
    }
}

/// What an event means. What else it tells is Spotify's own message, which is
/// for no listener.
fn news(event: &str, detail: &JsValue) -> Option<SdkNews> {
    Some(match event {
        "ready" => {
            let id = Reflect::get(detail, &"device_id".into()).ok()?;
            SdkNews::Ready(id.as_string()?.try_into().ok()?)
        }
        "not_ready" => SdkNews::NotReady,
        "player_state_changed" => {
            let state = JSON::stringify(detail)
                .ok()
                .and_then(|text| text.as_string());
            SdkNews::Changed(state.unwrap_or_default())
        }
        "autoplay_failed" => SdkNews::AutoplayFailed,
        "initialization_error" => SdkNews::InitializationError,
        "authentication_error" => SdkNews::AuthenticationError,
        "account_error" => SdkNews::AccountError,
        "playback_error" => SdkNews::PlaybackError,
        _ => return None,
    })
}

impl PlayerPage for SpotifyPage {
    fn load(&self, listener: Rc<dyn Fn(SdkNews)>) {
        *self.0.listener.borrow_mut() = Some(listener);
        let own = Rc::clone(&self.0);
        let on_loaded = Closure::once_into_js(move || own.begin());
        if let Some(window) = web_sys::window() {
            // Before the script is there (contract 7). A window takes any
            // property.
            let _ = Reflect::set(&window, &ON_LOADED.into(), &on_loaded);
        }
        let own = Rc::clone(&self.0);
        add_script(&config::sdk_script(), move || own.tell(SdkNews::NotLoaded));
    }

    fn activate(&self) {
        self.0.ask(Player::activate_element);
    }

    fn connect(&self) {
        self.0.ask(Player::connect);
    }

    fn disconnect(&self) {
        self.0.ask(|player| {
            player
                .disconnect()
                .map(|()| Promise::resolve(&JsValue::NULL))
        });
    }

    fn give(&self, token: AccessToken) {
        let answer = self.0.answer.take();
        if let Some(answer) = answer {
            // If the SDK stumbles over it, an event or silence follows.
            let _ = answer.call1(&JsValue::UNDEFINED, &token.expose().into());
        }
    }

    fn control(&self, control: Control) {
        self.0.ask(match control {
            Control::Toggle => Player::toggle_play,
            Control::Resume => Player::resume,
            Control::Next => Player::next_track,
            Control::Previous => Player::previous_track,
        });
    }

    fn reload(&self) {
        restart();
    }

    fn close(&self) {
        close_window();
    }
}
