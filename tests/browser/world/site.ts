// A plain static host, as any that Cratedigger may be put on: files, and the
// page for every address that is none.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface Site {
  /** Such as `http://127.0.0.1:41234`. */
  origin: string;
  /** The path the app stands below, without a slash at its end: none at the root. */
  base: string;
  port: number;
  close(): Promise<void>;
}

/** Where the release bundle is. */
export function bundle(): string {
  return process.env['CRATEDIGGER_DIST'] ?? new URL('../../../dist', import.meta.url).pathname;
}

/** Where the one that was built for a path of its host is, if it was. */
export function bundleBelow(): string | undefined {
  return process.env['CRATEDIGGER_DIST_BELOW'];
}

export function serveBundle(folder: string): Promise<Site> {
  return serve(files(folder));
}

/** A host where the app is one site among others. */
export function serveBundleBelow(base: string, folder: string): Promise<Site> {
  const below = files(folder);
  return serve((request, response) => {
    const { url } = request;
    if (url?.startsWith(`${base}/`) === true) {
      below(Object.assign(request, { url: url.slice(base.length) }), response);
    } else {
      response.writeHead(404).end('Nothing of Cratedigger’s is here.');
    }
  }, base);
}

function files(folder: string): RequestListener {
  return sirv(folder, { single: true, etag: true });
}

/** A host with one page of its own, for what other sites may do. */
export function servePage(html: string): Promise<Site> {
  return serve((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
}

async function serve(listener: RequestListener, base = ''): Promise<Site> {
  const server: Server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    base,
    port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
