import { test } from '../journey.ts';
test('look', async ({ page, listener, spotify }) => {
  test.setTimeout(300_000);
  await listener.signIn('/settings');
  await spotify.act({ device: 'Kitchen speaker', playing: true });
  await page.evaluate(() => localStorage.setItem('cratedigger.searches', JSON.stringify(['salt lines','artist:"Dust Radio" year:1999-2004','the paper lanterns','half a cathedral'])));
  for (const [name, address] of [['home','/'],['idle','/search'],['found','/search?q=the'],['albums','/search?q=the&show=albums'],['tracks','/search?q=the&show=tracks'],['none','/search?q=zzyzx%20artist:x'],['filters','/search?q=salt']] as const) {
    await listener.open(address);
    await page.waitForTimeout(1500);
    for (const [w,h] of [[1280,800],[390,844],[1920,1080],[320,700]] as const) {
      if (w===320 && !['home','found','filters'].includes(name)) continue;
      if (w===1920 && !['home','found'].includes(name)) continue;
      await page.setViewportSize({width:w,height:h});
      if (name==='filters') await page.evaluate(() => document.querySelector('details')!.open = true);
      for (const scheme of ['light','dark'] as const) {
        if (scheme==='dark' && !(w===1280 && ['home','found','filters'].includes(name) || w===390 && name==='home')) continue;
        await page.emulateMedia({ colorScheme: scheme });
        await page.waitForTimeout(250);
        await page.waitForTimeout(500);
        await page.screenshot({ path: `/tmp/look/${name}-${w}-${scheme}.png`, fullPage: (name==='home'||name==='found') && w!==1920 && scheme==='light' });
      }
    }
    await page.setViewportSize({width:1280,height:800});
  }
});
