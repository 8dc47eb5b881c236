/** A web server on this machine for pages of ours: the tour, the tests and the benchmarks read them from it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedPage {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Server {
  /** Address with a slash at its end; `at` gives that of another host name of this machine, for a second site. */
  readonly url: string;
  at(host: string): string;
  close(): Promise<void>;
}

/** Serves what `find` answers for a path (without its query); anything else is a 404. */
export async function serve(find: (path: string) => ServedPage | undefined): Promise<Server> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const page = find(decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...page.headers })
      .end(page.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const at = (host: string) => `http://${host}:${port}/`;
  return {
    url: at('localhost'),
    at,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
