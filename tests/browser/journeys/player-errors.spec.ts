// Every error of the player that the contract knows of (6.1): each has its own
// words and a way on, or means nothing and is looked after in silence.

import { expect, test } from '../journey.ts';
import type { Calls } from '../watch/calls.ts';
import { SECOND } from '../world/time.ts';

/** Every reason that is known, and one that nobody has heard of. */
const REASONS = `NO_PREV_TRACK NO_NEXT_TRACK NO_SPECIFIC_TRACK ALREADY_PAUSED NOT_PAUSED
  NOT_PLAYING_LOCALLY NOT_PLAYING_TRACK NOT_PLAYING_CONTEXT ENDLESS_CONTEXT CONTEXT_DISALLOW
  ALREADY_PLAYING RATE_LIMITED REMOTE_CONTROL_DISALLOW DEVICE_NOT_CONTROLLABLE
  VOLUME_CONTROL_DISALLOW NO_ACTIVE_DEVICE PREMIUM_REQUIRED UNKNOWN UNHEARD`.split(/\s+/);

/** What is so already, or cannot be: the button, and what it sends. */
const MEANS_NOTHING: [reason: string, button: string, command: string][] = [
  ['NO_PREV_TRACK', 'Previous', 'previous'],
  ['NO_NEXT_TRACK', 'Next', 'next'],
  ['NO_SPECIFIC_TRACK', 'Next', 'next'],
  ['ALREADY_PAUSED', 'Pause', 'pause'],
  ['NOT_PLAYING_LOCALLY', 'Pause', 'pause'],
  ['NOT_PLAYING_TRACK', 'Next', 'next'],
  ['NOT_PLAYING_CONTEXT', 'Shuffle', 'shuffle'],
  ['ENDLESS_CONTEXT', 'Repeat', 'repeat'],
  ['CONTEXT_DISALLOW', 'Shuffle', 'shuffle'],
  ['UNKNOWN', 'Next', 'next'],
  ['UNHEARD', 'Next', 'next'],
  ['NOT_PAUSED', 'Play', 'play'],
  ['ALREADY_PLAYING', 'Play', 'play'],
];

/** What keeps a track from being heard that was asked for, in words. */
const NOT_HEARD: [reason: string, words: string][] = [
  ['NO_SPECIFIC_TRACK', 'This cannot be played. Spotify does not have it here any more.'],
  ['CONTEXT_DISALLOW', 'Spotify did not do that. What plays does not allow it just now.'],
  ['UNKNOWN', 'Spotify did not do that. What plays does not allow it just now.'],
  ['UNHEARD', 'Spotify did not do that. What plays does not allow it just now.'],
  ['REMOTE_CONTROL_DISALLOW', 'This device takes no commands.'],
  ['DEVICE_NOT_CONTROLLABLE', 'This device takes no commands.'],
];

/** What the journeys below bring about as Spotify does. */
const OF_THEIR_OWN = [
  'RATE_LIMITED',
  'VOLUME_CONTROL_DISALLOW',
  'NO_ACTIVE_DEVICE',
  'PREMIUM_REQUIRED',
];

const address = (command: string) => `/v1/me/player/${command}`;
const refused = (command: string) => `403 https://api.spotify.com${address(command)}`;

/** The commands since `calls` count, each with how often it was looked after it. */
async function commandAndLooks(calls: Calls): Promise<[string, number][]> {
  const told: [string, number][] = [];
  for (const { method, path, host } of await calls.sofar()) {
    const last = told.at(-1);
    if (host !== 'api.spotify.com' || method === 'OPTIONS') {
      continue;
    } else if (path !== '/v1/me/player') {
      told.push([path.replace(address(''), ''), 0]);
    } else if (last !== undefined) {
      last[1] += 1;
    }
  }
  return told;
}

test.beforeEach(async ({ listener, player, spotify, time }) => {
  await time.takeInHand();
  await spotify.act({ device: 'Kitchen speaker', playing: true });
  await listener.signIn('/top');
  await listener.seesTop();
  await expect(player.control('Pause')).toBeVisible();
});

test('what means nothing is looked after, and not told', async ({
  listener,
  player,
  spotify,
  calls,
  time,
  watch,
}) => {
  const covered = [...MEANS_NOTHING, ...NOT_HEARD].map(([reason]) => reason);
  expect([...new Set([...covered, ...OF_THEIR_OWN])].toSorted()).toEqual(REASONS.toSorted());
  const first = (await player.title.textContent()) ?? '';
  await player.press('Next');
  await expect(player.title).not.toHaveText(first);
  await expect(player.control('Previous')).not.toHaveAttribute('aria-disabled', 'true');
  const title = (await player.title.textContent()) ?? '';
  for (const [reason, button, command] of MEANS_NOTHING) {
    if (button === 'Play' && (await spotify.playback()).playing) {
      await spotify.act({ playing: false });
      await time.passes(5.2 * SECOND);
    }
    watch.console.foresee(refused(command));
    await spotify.order({ fault: 'player_restriction', reason, path: address(command), times: 1 });
    await calls.fromNow();
    await player.press(button);
    await expect.poll(() => commandAndLooks(calls), reason).toContainEqual([command, 1]);
    await expect(player.control(button), reason).toBeVisible();
    await expect(player.title, reason).toHaveText(title);
    await expect(player.says, reason).toBeEmpty();
  }
  await expect(player.control('Shuffle')).toHaveAttribute('aria-pressed', 'false');
  await listener.seesTop();
});

test('what was asked for and is not heard is told, each with its own words', async ({
  page,
  player,
  spotify,
  watch,
}) => {
  const title = (await player.title.textContent()) ?? '';
  for (const [reason, words] of NOT_HEARD) {
    watch.console.foresee(refused('play'));
    await spotify.order({ fault: 'player_restriction', reason, path: address('play'), times: 1 });
    await page.locator('.row').nth(3).getByRole('button', { name: /^Play / }).click();
    await expect(player.says, reason).toContainText(`Could not play it. ${words}`);
    await expect(player.title, reason).toHaveText(title);
    const choose = player.says.getByRole('button', { name: 'Choose a device' });
    await expect(choose, reason).toHaveCount(words.includes('device') ? 1 : 0);
    await player.says.getByRole('button', { name: 'Dismiss' }).click();
    await expect(player.says, reason).toBeEmpty();
  }
});

test('a device that takes no commands leads to another one that does', async ({
  page,
  player,
  spotify,
  time,
  watch,
}) => {
  watch.console.foresee(refused('next'));
  await spotify.changeDevices({ restrict: 'Kitchen speaker' });
  await player.press('Next');
  await expect(player.says).toContainText('Could not skip. This device takes no commands.');
  await time.passes(5.2 * SECOND);
  for (const name of ['Previous', 'Pause', 'Next']) {
    await expect(player.control(name)).toHaveAttribute('aria-disabled', 'true');
    await expect(player.control(name)).toHaveAttribute('title', /takes no commands from here/);
  }
  await watch.settled(page);
  await player.says.getByRole('button', { name: 'Choose a device' }).click();
  await expect(player.devices.getByRole('button', { name: /Kitchen speaker/ })).toHaveCount(0);
  await player.choose(/laptop/);
  await player.playsOn('Ada’s laptop');
  await expect(player.says).toBeEmpty();
  await player.press('Next');
  await expect(player.control('Next')).not.toHaveAttribute('aria-disabled', 'true');
});

test('a device that is gone from the list leads to those that are there', async ({
  player,
  spotify,
  watch,
}) => {
  await player.openDevices();
  await expect(player.devices.getByRole('button', { name: /laptop/ })).toBeVisible();
  await spotify.changeDevices({ remove: 'Ada’s laptop' });
  // It may be waking, and is asked again before that is believed.
  watch.console.foreseeSome(/^404 https:\/\/api\.spotify\.com\/v1\/me\/player$/);
  await player.choose(/laptop/);
  await expect(player.says).toContainText('Could not move to that device. That device is gone.');
  await player.playsOn('Kitchen speaker');
  await player.says.getByRole('button', { name: 'Choose a device' }).click();
  await expect(player.devices.getByRole('button', { name: /phone/ })).toBeVisible();
  await expect(player.devices).not.toContainText('laptop');
  await player.choose(/phone/);
  await player.playsOn('Ada’s phone');
  await expect(player.says).toBeEmpty();
});

test('a volume that can only be set on the device has no slider, and one that changes hands falls back', async ({
  player,
  spotify,
  calls,
  time,
  watch,
}) => {
  const reason = 'VOLUME_CONTROL_DISALLOW';
  watch.console.foresee(refused('volume'));
  await spotify.order({ fault: 'player_restriction', reason, path: address('volume'), times: 1 });
  await expect(player.slider('Volume')).toHaveValue('35');
  await calls.fromNow();
  await player.slider('Volume').press('End');
  await expect.poll(() => commandAndLooks(calls)).toContainEqual(['volume', 1]);
  await expect(player.slider('Volume')).toHaveValue('35');
  await expect(player.says).toBeEmpty();
  await spotify.act({ device: 'Ada’s phone', playing: true });
  await time.passes(5.2 * SECOND);
  await player.playsOn('Ada’s phone');
  await expect(player.slider('Volume')).toHaveCount(0);
});

test('too many commands: they rest, with a time, and then it is tried again', async ({
  page,
  player,
  spotify,
  calls,
  time,
  watch,
}) => {
  watch.console.foresee(refused('next'));
  await spotify.order({ fault: 'player_restriction', reason: 'RATE_LIMITED', path: address('next'), times: 1 });
  const title = (await player.title.textContent()) ?? '';
  await player.press('Next');
  await expect(player.says).toContainText('Could not skip. Too many requests just now.');
  await expect(player.says).toContainText(/rests until \d\d?:\d\d/);
  await expect(player.title).toHaveText(title);
  const again = player.says.getByRole('button', { name: 'Try again' });
  await expect(again).toBeDisabled();
  await watch.settled(page);
  await calls.fromNow();
  await time.passes(25 * SECOND);
  await calls.were({});
  await time.passes(6 * SECOND);
  await again.click();
  await expect(player.title).not.toHaveText(title);
  await expect(player.says).toBeEmpty();
});

test('one refusal for want of Premium is not believed', async ({ player, spotify, watch }) => {
  watch.console.foresee(refused('pause'));
  await spotify.order({ fault: 'spurious_premium_required', path: address('pause'), times: 1 });
  await player.press('Pause');
  await expect.poll(async () => (await spotify.playback()).playing).toBe(false);
  await expect(player.control('Play')).toBeVisible();
  await expect(player.says).toBeEmpty();
});

test('trouble at Spotify is told when it lasts', async ({ player, spotify, watch }) => {
  const told = '502 https://api.spotify.com/v1/me/player/pause';
  watch.console.foresee(told, told, told, told);
  await spotify.order({ fault: 'bad_gateway', path: address('pause'), times: 4 });
  await player.press('Pause');
  await expect(player.says).toContainText('Could not pause. Trouble at Spotify.');
  await expect(player.control('Pause')).toBeVisible();
});

test('with nothing active, pausing is no trouble and playing asks where', async ({
  page,
  player,
  spotify,
  watch,
}) => {
  await spotify.act({ quiet: true });
  watch.console.foresee(
    '404 https://api.spotify.com/v1/me/player/pause',
    '404 https://api.spotify.com/v1/me/player/play',
  );
  await player.press('Pause');
  await expect(player.title).toHaveText('The device went away');
  await expect(player.says).toBeEmpty();
  await page.locator('.row').first().getByRole('button', { name: /^Play / }).click();
  await player.playsOn('Kitchen speaker');
});
