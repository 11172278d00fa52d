use super::{
    Control, Effect, Ending, Input, Playing, SdkNews, Stage, Trouble, WindowMessage, WindowState,
};
use crate::{oauth::AccessToken, ports::Millis};

/// What each event means for the window. It does nothing itself, so that every
/// turn can be tried without a browser.
#[derive(Debug)]
pub struct Machine {
    stage: Stage,
    playing: Option<Playing>,
    effects: Vec<Effect>,
    /// What the app was told last.
    told: Option<WindowState>,
    /// The number of the wait that counts.
    wait: u64,
    token: Token,
    was_token_refused: bool,
    /// When a token was last replaced because Spotify refused it.
    replaced_at: Option<Millis>,
    /// The listener pressed the button, and it is not ready yet.
    is_asked_for: bool,
    hitch_since: Millis,
}

/// The SDK's question for a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// It has all that it asked for.
    Given,
    /// It waits; the app has been asked and may still answer.
    Asked,
    /// It waits; nobody has been asked who might still answer.
    Wanted,
}

/// How long after a refused token was replaced the next refusal counts as
/// final.
const REPLACED_JUST_NOW: Millis = Millis::from_minutes(1);

/// How long after a hitch the SDK still tells of what it was about.
const SETTLES: Millis = Millis::from_secs(1);

impl Machine {
    /// A window that begins to load the SDK, and what to do first.
    pub fn begin() -> (Self, Vec<Effect>) {
        let mut machine = Self {
            stage: Stage::Loading,
            playing: None,
            effects: vec![Effect::Post(WindowMessage::Hello)],
            told: None,
            wait: 0,
            token: Token::Given,
            was_token_refused: false,
            replaced_at: None,
            is_asked_for: false,
            hitch_since: Millis::ZERO,
        };
        machine.wait();
        machine.tell();
        let effects = std::mem::take(&mut machine.effects);
        (machine, effects)
    }

    /// Where the window stands.
    pub const fn stage(&self) -> &Stage {
        &self.stage
    }

    /// What plays here.
    pub const fn playing(&self) -> Option<&Playing> {
        self.playing.as_ref()
    }

    /// Takes notice of what happens at `now`; what to do about it.
    pub fn hear(&mut self, input: Input, now: Millis) -> Vec<Effect> {
        if !matches!(self.stage, Stage::Over(_)) {
            self.turn(input, now);
            self.tell();
        }
        std::mem::take(&mut self.effects)
    }

    fn turn(&mut self, input: Input, now: Millis) {
        match input {
            Input::Pressed => self.press(),
            Input::Control(control) => self.control(control),
            Input::Closed => {
                self.end(Ending::Closed, &[Effect::Post(WindowMessage::Bye)]);
                self.effects.push(Effect::Close);
            }
            Input::Left => self.end(Ending::Closed, &[Effect::Post(WindowMessage::Bye)]),
            Input::SignedOut => {
                self.end(Ending::SignedOut, &[]);
                self.effects.push(Effect::Close);
            }
            Input::Replaced => self.end(Ending::Replaced, &[]),
            Input::Sdk(news) => self.hear_sdk(news, now),
            Input::Token(token) => self.give(token),
            Input::NoToken(why) => self.go_without_token(why, now),
            Input::WhoIsThere => {
                self.told = None;
                // The app may have been gone while it was asked.
                if self.token != Token::Given {
                    self.ask_for_token();
                }
            }
            Input::Waited(wait) if wait == self.wait => self.lose_patience(now),
            Input::Waited(_) => {}
        }
    }

    fn press(&mut self) {
        match self.stage {
            Stage::Waiting => {
                self.effects.push(Effect::Activate);
                self.is_asked_for = true;
                self.connect();
            }
            Stage::Trouble(trouble) if trouble.is_about_token() => self.ask_for_token(),
            Stage::Trouble(_) | Stage::NotReady => self.effects.push(Effect::Reload),
            Stage::Ready {
                hitch: Some(trouble),
                ..
            } => {
                if trouble.is_about_token() {
                    self.ask_for_token();
                } else if trouble == Trouble::PlaybackFailed {
                    self.control(Control::Next);
                } else {
                    self.effects.push(Effect::Activate);
                    self.control(Control::Resume);
                }
            }
            Stage::Ready { hitch: None, .. }
            | Stage::Loading
            | Stage::Connecting
            | Stage::Over(_) => {}
        }
    }

    fn control(&mut self, control: Control) {
        if let Stage::Ready { hitch, .. } = &mut self.stage {
            if hitch.is_some_and(|trouble| !trouble.is_about_token()) {
                *hitch = None;
            }
            self.effects.push(Effect::Control(control));
        }
    }

    fn end(&mut self, ending: Ending, first: &[Effect]) {
        self.effects.extend_from_slice(first);
        self.effects.push(Effect::Disconnect);
        self.playing = None;
        self.stage = Stage::Over(ending);
    }

    fn hear_sdk(&mut self, news: SdkNews, now: Millis) {
        match news {
            SdkNews::Loaded => {
                // It may come after it was given up.
                let late = Stage::Trouble(Trouble::ScriptBlocked);
                if self.stage == Stage::Loading || self.stage == late {
                    self.stage = Stage::Waiting;
                }
            }
            SdkNews::NotLoaded => self.stage = Stage::Trouble(Trouble::ScriptBlocked),
            SdkNews::TokenWanted => self.ask_for_token(),
            SdkNews::Ready(device) => {
                let hitch = None;
                self.stage = Stage::Ready { device, hitch };
            }
            SdkNews::NotReady => {
                if matches!(self.stage, Stage::Ready { .. }) {
                    self.stage = Stage::NotReady;
                }
            }
            SdkNews::Changed(state) => self.hear_of_music(Playing::read(&state), now),
            SdkNews::AutoplayFailed => self.meet_hitch(Trouble::AutoplayBlocked, now),
            SdkNews::PlaybackError => self.meet_hitch(Trouble::PlaybackFailed, now),
            SdkNews::InitializationError => self.give_up(Trouble::Unsupported),
            SdkNews::AccountError => self.give_up(Trouble::NoPremium),
            SdkNews::AuthenticationError => {
                let just_now = |at| now >= at && now - at < REPLACED_JUST_NOW;
                if self.replaced_at.is_some_and(just_now) {
                    return self.give_up(Trouble::TokenRefused);
                }
                self.replaced_at = Some(now);
                self.was_token_refused = true;
                self.effects.push(Effect::Disconnect);
                self.connect();
            }
        }
    }

    fn hear_of_music(&mut self, playing: Option<Playing>, now: Millis) {
        let plays = playing.as_ref().is_some_and(|playing| !playing.paused);
        self.playing = playing;
        if let Stage::Ready { hitch, .. } = &mut self.stage
            && hitch.is_some_and(|trouble| !trouble.is_about_token())
            && plays
            && self.hitch_since + SETTLES <= now
        {
            *hitch = None;
        }
    }

    fn meet_hitch(&mut self, trouble: Trouble, now: Millis) {
        if let Stage::Ready { hitch, .. } = &mut self.stage {
            *hitch = Some(trouble);
            self.hitch_since = now;
        }
    }

    /// This cannot become a device.
    fn give_up(&mut self, trouble: Trouble) {
        self.stage = Stage::Trouble(trouble);
        self.playing = None;
        self.effects.push(Effect::Disconnect);
    }

    fn connect(&mut self) {
        self.stage = Stage::Connecting;
        self.effects.push(Effect::Connect);
        self.wait();
    }

    fn ask_for_token(&mut self) {
        self.token = Token::Asked;
        self.effects
            .push(Effect::AskForToken(self.was_token_refused));
        self.forget_token_trouble();
        self.wait();
    }

    fn give(&mut self, token: AccessToken) {
        self.token = Token::Given;
        self.was_token_refused = false;
        self.effects.push(Effect::Give(token));
        self.forget_token_trouble();
        // Now it is the SDK's turn.
        self.wait();
    }

    fn forget_token_trouble(&mut self) {
        match &mut self.stage {
            Stage::Trouble(trouble) if trouble.is_about_token() => self.stage = Stage::Connecting,
            Stage::Ready { hitch, .. } if hitch.is_some_and(Trouble::is_about_token) => {
                *hitch = None;
            }
            _ => {}
        }
    }

    fn go_without_token(&mut self, why: Trouble, now: Millis) {
        self.token = Token::Wanted;
        match self.stage {
            // It plays on for as long as the old one lasts.
            Stage::Ready { .. } => self.meet_hitch(why, now),
            _ => self.stage = Stage::Trouble(why),
        }
    }

    fn lose_patience(&mut self, now: Millis) {
        if self.token == Token::Asked {
            self.go_without_token(Trouble::AppSilent, now);
        } else if self.stage == Stage::Loading {
            self.stage = Stage::Trouble(Trouble::ScriptBlocked);
        } else if self.stage == Stage::Connecting {
            self.stage = Stage::Trouble(Trouble::NeverReady);
        }
    }

    fn wait(&mut self) {
        self.wait += 1;
        self.effects.push(Effect::Wait(self.wait));
    }

    /// Tells the app what is new to it.
    fn tell(&mut self) {
        let state = match &self.stage {
            Stage::Loading | Stage::Waiting => WindowState::WaitingForClick,
            Stage::Connecting => WindowState::Connecting,
            Stage::Ready { device, hitch } => WindowState::Ready {
                device: device.clone(),
                hitch: *hitch,
            },
            Stage::NotReady => WindowState::NotReady,
            Stage::Trouble(trouble) => WindowState::Trouble(*trouble),
            Stage::Over(_) => return,
        };
        if self.told.as_ref() == Some(&state) {
            return;
        }
        self.told = Some(state.clone());
        let is_ready = matches!(state, WindowState::Ready { .. });
        let asked = is_ready && std::mem::take(&mut self.is_asked_for);
        self.effects
            .push(Effect::Post(WindowMessage::State { state, asked }));
    }
}
