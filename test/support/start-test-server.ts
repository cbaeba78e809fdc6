import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PersonId } from "../../core/values/ids.ts";
import { inTransaction } from "../../server/db/transaction.ts";
import type { Logger } from "../../server/logger.ts";
import { createLogger } from "../../server/start/log.ts";
import type { Config } from "../../server/start/config.ts";
import { type RunningServer, startServer, type StartOptions } from "../../server/start/main.ts";
import type { Services } from "../../server/services.ts";
import { ownerField, formOwnerOf } from "../../server/http/form-owner.ts";
import { identifyAll, openSession } from "../../server/sign-in/sessions.ts";
import type { TestDatabase } from "../database.ts";
import { createMigratedDatabase } from "./migrated-database.ts";

export interface TestServer extends RunningServer {
  readonly dataDirectory: string;
  /** A person's browser: with cookies and our Origin, without following redirects. */
  browser(personId: PersonId): Promise<TestBrowser>;
  /** The Cookie header of a new session of a person. */
  cookie(personId: PersonId): Promise<string>;
  close(): Promise<void>;
}

export interface TestBrowser {
  get(path: string): Promise<Response>;
  /**
   * Sends a form like a browser. Its owner is the signed-in person, or the last one, unless the fields name another.
   */
  post(path: string, fields: Record<string, string> | URLSearchParams | FormData): Promise<Response>;
  sendJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export interface TestServerOptions {
  readonly fillDemo?: (services: Services) => Promise<void>;
  readonly log?: Logger;
  /** Makes the database for the server, and puts the files that belong to it into its data directory. */
  readonly prepare?: (dataDirectory: string) => Promise<TestDatabase>;
  readonly mail?: StartOptions["mail"];
  readonly config?: Partial<Config>;
}

const assets = { script: "/assets/main.js", style: "/assets/main.css" };

/** The whole server with its own database and data directory, on a free port, with a demo's mailbox. */
export async function startTestServer(
  clusterUrl: string,
  { prepare, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "kwartier-server-"));
  const database = (await prepare?.(dataDirectory)) ?? (await createMigratedDatabase(clusterUrl));
  const running = await startOn(database.ownerUrl, { dataDirectory, ...options });
  return {
    ...running,
    dataDirectory,
    browser: async (personId) => openBrowser(running, await openSessionOf(running, personId)),
    cookie: async (personId) => openSessionOf(running, personId),
    close: async () => {
      await running.stop();
      await database.drop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/**
 * A second process of the product, as far as one process can play two: everything is its own except the database and
 * the files.
 */
export async function startSecondServer(first: TestServer, options: SecondServerOptions = {}): Promise<RunningServer> {
  return startOn(first.ownerUrl, { dataDirectory: first.dataDirectory, ...options });
}

type SecondServerOptions = Pick<TestServerOptions, "mail" | "config">;

interface Starting extends SecondServerOptions {
  readonly dataDirectory: string;
  readonly fillDemo?: (services: Services) => Promise<void>;
  readonly log?: Logger;
}

async function startOn(databaseUrl: string, { dataDirectory, config, ...options }: Starting): Promise<RunningServer> {
  return startServer({
    config: {
      host: "127.0.0.1",
      port: 0,
      isPortFree: false,
      publicUrl: null,
      trustedProxies: [],
      databaseUrl,
      dataDirectory,
      smtpUrl: null,
      mailFrom: null,
      administratorMail: null,
      logLevel: "error",
      stopPauseSeconds: 0,
      poolSize: 5,
      demo: true,
      ...config,
    },
    log: createLogger("error"),
    isStrict: true,
    assets,
    ...options,
  });
}

async function openSessionOf({ services }: RunningServer, personId: PersonId): Promise<string> {
  const { token } = await inTransaction(services.databases, { kind: "system" }, async (tx) =>
    openSession(tx, personId, services.systemNow()),
  );
  return `kwartier-session=${token}`;
}

/** The owner of a session's pages. */
export async function formOwnerOfSession({ services }: RunningServer, cookie = ""): Promise<string> {
  const token = cookie.slice(cookie.indexOf("=") + 1);
  const [identity] = await identifyAll(services.databases, [token], services.systemNow());
  return formOwnerOf(identity ?? null);
}

/** A form like our pages': its owner is the first field. */
export function withOwnerFirst(
  fields: Record<string, string> | URLSearchParams | FormData,
  owner: string,
): URLSearchParams | FormData {
  const given = fields instanceof FormData ? fields : new URLSearchParams(fields);
  if (given.has(ownerField)) return given;
  const form = given instanceof FormData ? new FormData() : new URLSearchParams();
  form.append(ownerField, owner);
  for (const [name, value] of given) form.append(name, value as string);
  return form;
}

function openBrowser(running: RunningServer, cookie: string): TestBrowser {
  const { url } = running;
  let seen = ".";
  const send = async (path: string, init: RequestInit) =>
    fetch(new URL(path, url), {
      redirect: "manual",
      ...init,
      headers: { cookie, origin: new URL(url).origin, ...(init.headers as Record<string, string>) },
    });
  return {
    get: async (path) => send(path, {}),
    post: async (path, fields) => {
      // An open page is sent with its owner even while the database is away.
      const owner = await formOwnerOfSession(running, cookie).catch(() => ".");
      if (owner !== ".") seen = owner;
      return send(path, { method: "POST", body: withOwnerFirst(fields, seen) });
    },
    sendJson: async (path, body, headers = {}) =>
      send(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", ...headers },
      }),
  };
}
