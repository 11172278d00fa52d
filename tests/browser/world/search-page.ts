// The search page, and what it asks.

import { expect, type Locator, type Page } from '@playwright/test';
import type { Calls } from '../watch/calls.ts';
import type { Listener } from './listener.ts';
import type { Time } from './time.ts';

/** What the search page costs. */
export const SEARCH = 'GET /v1/search';

/** Signed in on the search page, with the time in hand. */
export async function opensSearch(listener: Listener, calls: Calls, time: Time) {
  await time.takeInHand();
  await listener.signIn('/search');
  await expect(listener.searchField).toBeFocused();
  await calls.fromNow();
}

/** What was asked of Spotify's search, in order. */
export async function asked(calls: Calls): Promise<URLSearchParams[]> {
  const all = await calls.sofar();
  return all
    .filter(({ method, path }) => `${method} ${path}` === SEARCH)
    .map(({ query }) => new URLSearchParams(query));
}

export const kinds = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Kinds of results' });

export const focused = (page: Page): Locator => page.locator(':focus');
