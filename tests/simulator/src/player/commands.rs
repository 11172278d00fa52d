//! What the devices can be told to do (contract 4.5, 6.1).

use std::sync::Arc;

use crate::clock::Millis;
use crate::player::history::Played;
use crate::player::item::Item;
use crate::player::item::Sound;
use crate::player::objection::Objection;
use crate::player::objection::Reason;
use crate::player::program::Repeat;
use crate::player::state::State;

/// What the devices can be told to do.
#[derive(Clone, Debug)]
pub enum Command {
    /// Make the device the active one; without `play` what is paused stays so.
    Transfer {
        play: bool,
    },
    Play(Start),
    Resume,
    /// Resumes at another place of the item.
    ResumeAt(Millis),
    Pause,
    Volume(u8),
    Steer(Steering),
}

/// What concerns what plays, on whichever device.
#[derive(Clone, Copy, Debug)]
pub enum Steering {
    Next,
    Previous,
    Seek(Millis),
    Repeat(Repeat),
    Shuffle(bool),
    Enqueue(Item),
}

/// What to play from now on.
#[derive(Clone, Debug)]
pub struct Start {
    pub context: Option<Arc<str>>,
    pub items: Vec<Item>,
    /// Where among the items to begin. None: at the first, or anywhere when
    /// shuffle is on.
    pub first: Option<usize>,
    /// Where in that item; none for episodes is where they were left.
    pub position: Option<Millis>,
}

impl State {
    /// Tells a device to do something: the one with the id, or else the active
    /// one. Gives what was left off playing for it.
    pub fn obey(
        &mut self,
        device_id: Option<&str>,
        command: Command,
    ) -> Result<Option<Played>, Objection> {
        let number = self.addressed(device_id)?;
        self.device(number)
            .ok_or(Objection::DeviceNotFound)?
            .heed()?;
        match command {
            Command::Volume(percent) => self.set_volume(number, percent),
            Command::Pause => self.pause(number),
            Command::Resume => self.resume(number),
            Command::ResumeAt(position) => {
                self.move_to(position);
                self.activate(number);
                self.playing |= self.program.current().is_some();
                Ok(None)
            }
            Command::Transfer { play } => {
                self.activate(number);
                self.playing |= play && self.program.current().is_some();
                Ok(None)
            }
            Command::Play(start) => self.start(number, start),
            Command::Steer(steering) => {
                let left = self.steer(steering)?;
                self.activate(number);
                Ok(left)
            }
        }
    }

    fn steer(&mut self, steering: Steering) -> Result<Option<Played>, Objection> {
        let current = self.program.current();
        let current = current.ok_or(Objection::Restricted(Reason::NotPlayingTrack))?;
        if current.sound == Sound::Ad {
            return Err(Objection::Restricted(Reason::ContextDisallow));
        }
        match steering {
            Steering::Next => return self.go_on(),
            Steering::Previous => return self.go_back(),
            // Beyond the end is the next one.
            Steering::Seek(position) if position >= current.duration => return self.go_on(),
            Steering::Seek(position) => self.move_to(position),
            Steering::Repeat(repeat) => self.program.set_repeat(repeat),
            Steering::Shuffle(on) => self.program.set_shuffle(on),
            Steering::Enqueue(item) => self.program.enqueue(item),
        }
        Ok(None)
    }

    fn addressed(&self, device_id: Option<&str>) -> Result<u32, Objection> {
        match device_id {
            Some(id) => self
                .devices
                .iter()
                .find(|device| !device.asleep && device.id.as_deref() == Some(id))
                .map(|device| device.number)
                .ok_or(Objection::DeviceNotFound),
            None => self.active.ok_or(Objection::NoActiveDevice),
        }
    }

    fn activate(&mut self, number: u32) {
        if self.active != Some(number) {
            self.active = Some(number);
            self.move_to(self.position());
        }
    }

    fn start(&mut self, number: u32, start: Start) -> Result<Option<Played>, Objection> {
        if start.items.is_empty() {
            return Err(Objection::Restricted(Reason::Unknown));
        }
        if start.first.unwrap_or_default() >= start.items.len() {
            return Err(Objection::Restricted(Reason::NoSpecificTrack));
        }
        self.activate(number);
        Ok(self.begin_with(start))
    }

    fn resume(&mut self, number: u32) -> Result<Option<Played>, Objection> {
        if self.program.current().is_none() {
            return Err(Objection::Restricted(Reason::NotPlayingContext));
        }
        if self.playing && self.active == Some(number) {
            return Err(Objection::Restricted(Reason::AlreadyPlaying));
        }
        self.activate(number);
        self.playing = true;
        self.move_to(self.position());
        Ok(None)
    }

    fn pause(&mut self, number: u32) -> Result<Option<Played>, Objection> {
        if !self.playing || self.active != Some(number) {
            return Err(Objection::Restricted(Reason::AlreadyPaused));
        }
        self.playing = false;
        self.move_to(self.position());
        Ok(None)
    }

    fn go_on(&mut self) -> Result<Option<Played>, Objection> {
        if !self.program.has_next() {
            return Err(Objection::Restricted(Reason::NoNextTrack));
        }
        let left = self.leave();
        self.program.next();
        self.begin();
        self.playing = true;
        Ok(left)
    }

    fn go_back(&mut self) -> Result<Option<Played>, Objection> {
        if !self.program.has_previous() {
            return Err(Objection::Restricted(Reason::NoPrevTrack));
        }
        let left = self.leave();
        self.program.previous();
        self.begin();
        self.playing = true;
        Ok(left)
    }

    fn set_volume(&mut self, number: u32, percent: u8) -> Result<Option<Played>, Objection> {
        let device = self.device(number).ok_or(Objection::DeviceNotFound)?;
        if !device.supports_volume {
            return Err(Objection::Restricted(Reason::VolumeControlDisallow));
        }
        device.volume = percent;
        Ok(None)
    }
}
