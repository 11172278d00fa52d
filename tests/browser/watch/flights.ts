// The calls of the Web API as one page makes them. Outside of the page nobody
// learns in which order it begins some and gives up others.

import type { Page } from '@playwright/test';

interface Flights {
  /** How many are on their way. */
  now: number;
  /** How many were, at most. */
  most: number;
  /** How many were given up. */
  abandoned: number;
  /** When each began, in milliseconds. */
  begun: number[];
}

/** Before the page is loaded. */
export async function followFlights(page: Page) {
  await page.addInitScript(() => {
    const flights: Flights = { now: 0, most: 0, abandoned: 0, begun: [] };
    Object.assign(window, { flights });
    const { fetch } = window;
    window.fetch = async (...given) => {
      const [request] = given;
      if (!(request instanceof Request) || !request.url.startsWith('https://api.spotify.com/')) {
        return fetch(...given);
      }
      flights.begun.push(performance.now());
      flights.now += 1;
      flights.most = Math.max(flights.most, flights.now);
      let isOver = false;
      const end = (abandoned: number) => {
        flights.now -= isOver ? 0 : 1;
        flights.abandoned += isOver ? 0 : abandoned;
        isOver = true;
      };
      request.signal.addEventListener('abort', () => end(1));
      return fetch(...given).finally(() => end(0));
    };
  });
}

export function flights(page: Page): Promise<Flights> {
  return page.evaluate(() => (window as unknown as { flights: Flights }).flights);
}
