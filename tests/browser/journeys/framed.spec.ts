// Inside somebody else's page.

import { expect, test } from '../journey.ts';
import { servePage } from '../world/site.ts';

for (const address of ['/', '/top', '/?code=x&state=y']) {
  test(`in a frame at ${address} there is nothing but a way out`, async ({
    page,
    context,
    listener,
    site,
    calls,
    watch,
  }) => {
    const other = await servePage(
      `<!doctype html><html lang="en"><title>Other</title><header><h1>Other</h1></header>
       <iframe src="${site.origin}${address}" title="Framed" width="600" height="600"></iframe>`,
    );
    watch.admit(other);
    // Signed in, in this very tab: the frame would have the session at hand.
    await listener.signIn('/settings');
    const read: string[] = [];
    await page.exposeBinding('reportRead', (_source, key: string) => void read.push(key));
    await page.addInitScript(() => {
      const { reportRead } = window as unknown as { reportRead(key: string): void };
      const { getItem } = Storage.prototype;
      Storage.prototype.getItem = function (key) {
        reportRead(key);
        return getItem.call(this, key);
      };
    });
    await calls.fromNow();
    await page.goto(other.origin);
    const frame = page.frameLocator('iframe');
    const wayOut = frame.getByRole('link', { name: 'Open Cratedigger' });
    await expect(wayOut).toBeVisible();
    await expect(wayOut).toHaveAttribute('target', '_blank');
    await expect(wayOut).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(frame.getByRole('navigation')).toHaveCount(0);
    await expect(frame.getByRole('button')).toHaveCount(0);
    await watch.settled(page);
    expect(read, 'keys of storage that were read').toEqual([]);
    await calls.were({});

    const opened = context.waitForEvent('page');
    await wayOut.click();
    await listener.in(await opened).seesConnect();
    await other.close();
  });
}

test('opened by a page that kept a way to it, there is nothing but a way out', async ({
  page,
  context,
  listener,
  calls,
  watch,
}) => {
  // Signed in, and the new tab gets a copy of the session.
  await listener.signIn('/settings');
  await calls.fromNow();
  const opening = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  const opened = await opening;
  const wayOut = opened.getByRole('link', { name: 'Open Cratedigger' });
  await expect(wayOut).toBeVisible();
  await expect(opened.getByText('kept a way into it')).toBeVisible();
  await expect(opened.getByRole('navigation')).toHaveCount(0);
  await watch.settled(opened);
  await calls.were({});

  const another = context.waitForEvent('page');
  await wayOut.click();
  // That one lives on the session of the first.
  await listener.in(await another).isSignedIn();
});
