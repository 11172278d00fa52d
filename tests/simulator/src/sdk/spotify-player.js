// The simulated Web Playback SDK. It makes no sound: the simulator keeps what
// plays, and this tells the page of it.
(() => {
  "use strict";

  const DEVICES = "{{devices}}";
  const POLL_MS = 500;
  const ERRORS = [
    "initialization_error",
    "authentication_error",
    "account_error",
    "playback_error",
  ];
  const MESSAGES = {
    initialization_error: "Failed to initialize player",
    authentication_error: "Authentication failed",
    account_error: "This functionality is restricted to premium users only",
    playback_error: "Failed to perform playback.",
  };

  class Refused extends Error {
    constructor(status) {
      super(`refused with ${status}`);
      this.status = status;
    }
  }

  class Player {
    #name;
    #volume;
    #askForToken;
    #token = null;
    #listeners = new Map();
    #id = null;
    #timer = null;
    #ready = false;
    #state = null;
    #seen = "null";
    #fate = "works";
    #activated = false;
    #ownDeed = false;
    #hasMediaSession = false;

    constructor(options) {
      if (!options || typeof options.getOAuthToken !== "function") {
        throw new TypeError("getOAuthToken must be a function");
      }
      this.#name = options.name || "Web Player";
      this.#volume = typeof options.volume === "number" ? options.volume : 1;
      this.#askForToken = options.getOAuthToken;
      this.#hasMediaSession = options.enableMediaSession === true;
      // A closed page is no device any more.
      window.addEventListener("pagehide", () => this.#leave());
    }

    get _options() {
      return { name: this.#name, volume: this.#volume, id: this.#id };
    }

    async connect() {
      if (this.#id) {
        return true;
      }
      await this.#renewToken();
      let answer;
      try {
        answer = await this.#send("POST", "", { name: this.#name, volume: this.#volume });
      } catch {
        return false;
      }
      if (answer.error) {
        this.#fate = answer.error;
        this.#raise(answer.error, { message: answer.message });
        return answer.error === "authentication_error" || answer.error === "account_error";
      }
      if (answer.device_id) {
        this.#id = answer.device_id;
        this.#becomeReady();
        this.#follow();
      }
      return true;
    }

    disconnect() {
      this.#leave();
      this.#tell(null);
    }

    addListener(event, listener) {
      if (typeof listener !== "function") {
        return false;
      }
      const known = this.#listeners.get(event) || [];
      this.#listeners.set(event, [...known, listener]);
      return true;
    }

    on(event, listener) {
      return this.addListener(event, listener);
    }

    removeListener(event, listener) {
      const known = this.#listeners.get(event);
      if (!known) {
        return false;
      }
      const left = listener ? known.filter((other) => other !== listener) : [];
      this.#listeners.set(event, left);
      return left.length < known.length;
    }

    async getCurrentState() {
      if (this.#id) {
        await this.#look();
      }
      return this.#state;
    }

    async setName(name) {
      this.#name = name;
      await this.#act("name", name);
    }

    async getVolume() {
      return this.#volume;
    }

    async setVolume(volume) {
      this.#volume = Math.min(1, Math.max(0, volume));
      await this.#act("volume", this.#volume);
    }

    async pause() {
      await this.#act("pause");
    }

    async resume() {
      await this.#act("resume");
    }

    async togglePlay() {
      await this.#act(this.#state && !this.#state.paused ? "pause" : "resume");
    }

    async seek(position) {
      await this.#act("seek", Math.max(0, Math.round(position)));
    }

    async previousTrack() {
      await this.#act("previous");
    }

    async nextTrack() {
      await this.#act("next");
    }

    async activateElement() {
      this.#activated = true;
    }

    #raise(event, detail) {
      for (const listener of this.#listeners.get(event) || []) {
        try {
          listener(detail);
        } catch (error) {
          console.error(error);
        }
      }
    }

    #becomeReady() {
      if (!this.#ready) {
        this.#ready = true;
        this.#raise("ready", { device_id: this.#id });
      }
    }

    #becomeUnready() {
      if (this.#ready) {
        this.#ready = false;
        this.#raise("not_ready", { device_id: this.#id });
      }
    }

    #leave() {
      if (!this.#id) {
        return;
      }
      const id = this.#id;
      this.#stop();
      // The page may be going: nobody waits for the answer.
      this.#send("DELETE", `/${id}`, undefined, true).catch(() => {});
    }

    #stop() {
      clearTimeout(this.#timer);
      this.#timer = null;
      this.#id = null;
      this.#ready = false;
    }

    #renewToken() {
      return new Promise((resolve) => {
        this.#askForToken((token) => {
          this.#token = token;
          resolve();
        });
      });
    }

    async #send(method, path, body, keepalive = false) {
      const answer = await fetch(DEVICES + path, {
        method,
        keepalive,
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        headers: { Authorization: `Bearer ${this.#token}` },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (!answer.ok) {
        throw new Refused(answer.status);
      }
      return answer.status === 204 ? null : answer.json();
    }

    // As `send`, once more with a fresh token when the old one has aged out.
    async #sendFresh(method, path, body) {
      try {
        return await this.#send(method, path, body);
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 401) {
          throw error;
        }
      }
      await this.#renewToken();
      return this.#send(method, path, body);
    }

    #follow() {
      const id = this.#id;
      this.#timer = setTimeout(async () => {
        await this.#look();
        if (this.#id === id && id) {
          this.#follow();
        }
      }, POLL_MS);
    }

    async #look() {
      await this.#hear("GET");
    }

    async #act(command, value) {
      if (!this.#id) {
        return;
      }
      this.#ownDeed = true;
      await this.#hear("POST", { command, value });
      this.#ownDeed = false;
    }

    async #hear(method, body) {
      const id = this.#id;
      try {
        const answer = await this.#sendFresh(method, `/${id}`, body);
        if (this.#id === id) {
          this.#becomeReady();
          this.#take(answer);
        }
      } catch (error) {
        if (this.#id === id) {
          this.#suffer(error);
        }
      }
    }

    #suffer(error) {
      this.#becomeUnready();
      if (error instanceof Refused && error.status === 401) {
        this.#raise("authentication_error", { message: MESSAGES.authentication_error });
        this.#stop();
      } else if (error instanceof Refused && error.status === 404) {
        // The device was taken away.
        this.#stop();
        this.#tell(null);
      }
    }

    #take(answer) {
      const began = this.#begins(answer.state);
      const changed = answer.fate !== this.#fate;
      this.#volume = answer.volume;
      this.#fate = answer.fate;
      if (answer.fate === "playback_error" ? began : changed && ERRORS.includes(answer.fate)) {
        this.#raise(answer.fate, { message: MESSAGES[answer.fate] });
      }
      const blocked = answer.fate === "autoplay_failed" && !this.#activated && !this.#ownDeed;
      this.#tell(answer.state);
      if (began && blocked) {
        this.#raise("autoplay_failed", null);
      }
      if (began && (blocked || answer.fate === "playback_error")) {
        this.#act("pause");
      }
    }

    // Whether something begins to play here that did not a moment ago.
    #begins(state) {
      const uri = (of) => of && !of.paused && of.track_window.current_track.uri;
      return Boolean(uri(state)) && uri(state) !== uri(this.#state);
    }

    // What the keys of the keyboard and the lock screen go by.
    #tellSystem(state) {
      if (!this.#hasMediaSession || !navigator.mediaSession) {
        return;
      }
      const session = navigator.mediaSession;
      const track = state && state.track_window.current_track;
      session.metadata = track
        ? new MediaMetadata({
            title: track.name,
            artist: track.artists.map((artist) => artist.name).join(", "),
            album: track.album.name,
          })
        : null;
      session.playbackState = !state ? "none" : state.paused ? "paused" : "playing";
      const acts = {
        play: () => this.resume(),
        pause: () => this.pause(),
        nexttrack: () => this.nextTrack(),
        previoustrack: () => this.previousTrack(),
      };
      for (const [name, act] of Object.entries(acts)) {
        session.setActionHandler(name, track ? act : null);
      }
    }

    #tell(state) {
      const seen = state === null ? "null" : JSON.stringify({ ...state, position: 0 });
      this.#state = state;
      if (seen !== this.#seen) {
        this.#seen = seen;
        this.#tellSystem(state);
        this.#raise("player_state_changed", state);
      }
    }
  }

  window.Spotify = { ...window.Spotify, Player };

  const announce = () => {
    if (typeof window.onSpotifyWebPlaybackSDKReady === "function") {
      window.onSpotifyWebPlaybackSDKReady();
    } else {
      console.warn("onSpotifyWebPlaybackSDKReady is not defined");
    }
  };
  // Not before the script that loads this one has come to its end.
  setTimeout(announce, 0);
})();
