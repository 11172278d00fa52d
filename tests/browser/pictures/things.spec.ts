import { test } from '../journey.ts';
import { Catalogue } from '../world/catalogue.ts';

const ALL = ['user-library-read','user-library-modify','user-follow-read','user-follow-modify','user-read-playback-position','playlist-read-private','playlist-read-collaborative','playlist-modify-public','playlist-modify-private'];
const OUT = '/tmp/things-shots';
const SIZES = (process.env['SIZES'] ?? '1280').split(',').map(Number);
const SCHEMES = (process.env['SCHEMES'] ?? 'light').split(',') as ('light'|'dark')[];
const ONLY = process.env['ONLY'];

test('pictures', async ({ page, listener, spotify }) => {
  test.setTimeout(300_000);
  page.on('console', m => console.log('console', m.text()));
  await spotify.changeAccount('ada01', { country: 'GB' });
  const c = await Catalogue.open(spotify);
  const top = await c.ask<any>('/me/top/tracks?limit=10');
  const t = top.items[0];
  const shows = await c.ask<any>('/me/shows?limit=5');
  const show = shows.items[0].show;
  const eps = await c.ask<any>(`/shows/${show.id}/episodes?limit=10`);
  const book = await c.first('audiobook', 'the');
  const chapters = await c.ask<any>(`/audiobooks/${book.id}/chapters?limit=3`);
  const big = await c.playlist(p => (p.items?.total ?? 0) >= 10000);
  const foreign = await c.playlist(p => p.owner?.id !== 'ada01' && !p.collaborative);
  const mixed = await spotify.makePlaylist({ name: 'Of everything', items: 30, filling: 'everything' });
  const pages: Record<string,string> = {
    album: `/album/${t.album.id}`, artist: `/artist/${t.artists[0].id}`, track: `/track/${t.id}`,
    show: `/show/${show.id}`, episode: `/episode/${eps.items[1].id}`, audiobook: `/audiobook/${book.id}`, chapter: `/episode/${chapters.items[1].id}`,
    big: `/playlist/${big.id}`, foreign: `/playlist/${foreign.id}`, mixed: `/playlist/${(mixed as any).id}`,
    playlists: '/playlists', top: '/top', hidden: '/playlist/37i9dQZF1DXcBWIGoYBM5M', gone: '/album/0000000000000000000000',
  };
  await listener.signInWith(ALL, '/top');
  await page.evaluate((ids) => localStorage.setItem('cratedigger.pinned', ids), `${(mixed as any).id} ${big.id}`);
  for (const [name, path] of Object.entries(pages)) {
    if (ONLY && !ONLY.split(',').includes(name)) continue;
    await listener.open(path);
    await page.waitForTimeout(600);
    for (const w of SIZES) for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width: w, height: w < 500 ? 844 : w > 1500 ? 1080 : 800 });
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(700);
      await page.screenshot({ path: `${OUT}/${name}-${w}-${colorScheme}.png`, animations: 'disabled' });
    }
  }
});
