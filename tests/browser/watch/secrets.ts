// No secret outside its one place: everything a page can leave behind is
// searched for everything the simulator has issued or seen.

import { expect, type Frame } from '@playwright/test';
import type { Secrets } from '../world/spotify.ts';

interface Place {
  name: string;
  text: string;
}

type Kind = keyof Secrets;

const SESSION = 'sessionStorage cratedigger.session';
const PENDING = 'sessionStorage cratedigger.txn.';

/** What may be where. */
function isAtHome(kind: Kind, place: string): boolean {
  switch (kind) {
    case 'access_tokens':
    case 'refresh_tokens':
      return place === SESSION;
    case 'verifiers':
      return place.startsWith(PENDING);
    // The browser itself keeps the address a page was loaded from, with the
    // spent code and its state; a page cannot change that entry.
    case 'states':
      return place.startsWith(PENDING) || place === 'performance navigation';
    case 'codes':
      return place === 'performance navigation';
  }
}

export async function verifyNoSecretStrays(frame: Frame, secrets: Secrets) {
  const places = await frame.evaluate(collect);
  const known = { ...secrets, verifiers: [...secrets.verifiers, ...pendingVerifiers(places)] };
  expect(strays(known, places), `secrets in ${new URL(frame.url()).pathname}`).toEqual([]);
}

export function verifyNoSecretIn(name: string, text: string, secrets: Secrets) {
  expect(strays(secrets, [{ name, text }]), 'secrets').toEqual([]);
}

/** Which kind stands where; not which secret, for that would repeat it. */
function strays(secrets: Secrets, places: Place[]): string[] {
  const kinds = Object.keys(secrets) as Kind[];
  return kinds.flatMap((kind) =>
    places
      .filter(({ name }) => !isAtHome(kind, name))
      .filter(({ text }) => secrets[kind].some((secret) => text.includes(secret)))
      .map(({ name }) => `${kind} in ${name}`),
  );
}

/** Verifiers that Spotify has not seen yet. */
function pendingVerifiers(places: Place[]): string[] {
  return places
    .filter(({ name }) => name.startsWith(PENDING))
    .map(({ text }) => (JSON.parse(text) as { verifier: string }).verifier);
}

/** Runs in the page. */
async function collect(): Promise<Place[]> {
  const places: Place[] = [];
  const add = (name: string, text: string) => void places.push({ name, text });
  // A browser that blocks storage throws here, and then there is nothing in it.
  const attempt = async (look: () => void | Promise<void>) => {
    try {
      await look();
    } catch (error) {
      const isBlocked =
        error instanceof DOMException && ['SecurityError', 'UnknownError'].includes(error.name);
      if (!isBlocked) {
        throw error;
      }
    }
  };
  const json = (value: unknown) => JSON.stringify(value) ?? '';

  add('the document', document.documentElement.outerHTML);
  document.querySelectorAll('input').forEach((input) => add('a field', input.value));
  add('the title', document.title);
  add('the address', location.href);
  add('the referrer', document.referrer);
  add('history.state', json(history.state));
  add('window.name', window.name);
  const { navigation } = window as unknown as { navigation: { entries(): { url: string | null }[] } };
  navigation.entries().forEach((entry) => add('the history', entry.url ?? ''));
  performance.getEntries().forEach((entry) => add(`performance ${entry.entryType}`, entry.name));
  await attempt(() => add('cookies', document.cookie));
  await attempt(() => {
    for (const [key, value] of Object.entries({ ...localStorage })) {
      add(`localStorage ${key}`, `${key} ${value}`);
    }
  });
  await attempt(() => {
    for (const [key, value] of Object.entries({ ...sessionStorage })) {
      add(`sessionStorage ${key}`, value);
      add('a key of sessionStorage', key.replace(/^cratedigger\.txn\..*/, ''));
    }
  });
  await attempt(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        add(`cache ${name}`, `${request.url} ${await answer?.text()}`);
      }
    }
  });
  await attempt(async () => {
    for (const { name, version } of await indexedDB.databases()) {
      add('IndexedDB', json({ name, version }));
    }
  });
  return places;
}
