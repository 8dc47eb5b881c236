/** For whom a browser makes each request, by its own word: Chromium's log of its network, Firefox's observers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../../../scripts/lib/find-browser.ts';
import type { Launched } from '../../../scripts/lib/launch.ts';
import { inWindow } from './firefox-window.ts';

export interface SeenRequest {
  readonly address: string;
  /** `the browser`, or the origin or extension that it is for; empty where the reader went there. */
  readonly by: string;
}

export interface RequestWitness {
  /** Chromium's command line. */
  readonly flags: readonly string[];
  begin(launched: Launched): Promise<void>;
  /** Ends the browser; every request to a web address since `begin`, or since its start in Chromium. */
  end(launched: Launched): Promise<SeenRequest[]>;
  forget(): void;
}

export function witness(name: BrowserName): RequestWitness {
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-requests-'));
  const log = join(folder, 'net-log.json');
  const forget = () => rmSync(folder, { recursive: true, force: true });
  if (name === 'firefox') return { flags: [], begin: observe, end: observed, forget };
  return {
    flags: [`--log-net-log=${log}`],
    begin: async () => undefined,
    end: async (launched) => {
      await launched.close();
      return readLog(readFileSync(log, 'utf8'));
    },
    forget,
  };
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: { url?: string; initiator?: string } }[];
}

/** What Chromium's log calls a request that no page and no extension asked for. */
const NOBODY = 'not an origin';

function readLog(text: string): SeenRequest[] {
  const { constants, events } = JSON.parse(text) as NetLog;
  return events
    .filter(({ type }) => type === constants.logEventTypes.URL_REQUEST_START_JOB)
    .flatMap(({ params }) =>
      params?.url && /^(https?|wss?):/.test(params.url)
        ? [{ address: params.url, by: params.initiator === NOBODY ? 'the browser' : (params.initiator ?? '') }]
        : [],
    );
}

async function observe(launched: Launched): Promise<void> {
  await inWindow(
    launched,
    `window.fascicleSeen = [];
    Services.obs.addObserver((subject) => {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const by = channel.loadInfo.triggeringPrincipal;
      const origin = by?.contentScriptAddonPolicy?.id ?? by?.addonId ?? by?.origin ?? '';
      fascicleSeen.push({ address: channel.URI.spec, by: by?.isSystemPrincipal ? 'the browser' : origin });
    }, 'http-on-modify-request');
    ''`,
  );
}

async function observed(launched: Launched): Promise<SeenRequest[]> {
  const requests = JSON.parse(String(await inWindow(launched, 'JSON.stringify(fascicleSeen)')));
  await launched.close();
  return requests;
}
