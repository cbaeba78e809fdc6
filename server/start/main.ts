import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { createApp } from "../app.ts";
import { readAssets } from "../assets.ts";
import { createClock } from "./clock.ts";
import { type Config, ConfigProblem } from "./config.ts";
import { makeDataDirectory } from "./data-directory.ts";
import { keepRunning } from "../db/embedded/keep-running.ts";
import { createHealth } from "./health.ts";
import { ensureAdministrator } from "./first-administrator.ts";
import { createLiveEvents } from "../events/live.ts";
import { createRefusedAccesses } from "../events/refused-accesses.ts";
import { createDocuments } from "../documents/documents.ts";
import { createDiskFiles } from "../files/disk-files.ts";
import { addressReader } from "../http/client-address.ts";
import { plainResponse } from "../http/plain-answer.ts";
import { completeDemo, openInstallation } from "./installation.ts";
import type { QueueOptions } from "../jobs/run-queue.ts";
import { type Jobs, startJobs, together } from "../jobs/start-jobs.ts";
import { type Door, findDoor } from "./listen.ts";
import type { Logger } from "../logger.ts";
import { addressesWithoutMailbox } from "../demo/content/more-organisations.ts";
import { createDemoMailbox } from "../mail/demo-mailbox.ts";
import { createMailer, type MailerLimits, type MailerOptions } from "../mail/mailer.ts";
import type { MailPace } from "../mail/pace.ts";
import { migrate } from "../db/migrate.ts";
import { openServer } from "./open-database.ts";
import { openPools } from "./open-pools.ts";
import type { Services } from "../services.ts";
import { allTasks } from "../tasks.ts";
import type { Assets } from "../ui/page.tsx";

export interface RunningServer {
  readonly url: string;
  /** Whether somebody can sign in who can let others in. */
  readonly hasAdministrator: boolean;
  readonly services: Services;
  readonly ownerUrl: string;
  /** Resolves with the reason when the server cannot go on. It still has to be stopped. */
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Fills a new demo. Tests that need an empty one leave it out. */
  readonly fillDemo?: (services: Services) => Promise<void>;
  readonly assets?: Assets;
  /** Throws for slow work under an open transaction; without it such work is logged. */
  readonly isStrict?: boolean;
  /** The patience of mail. Tests have less. */
  readonly mail?: { readonly pace?: MailPace; readonly limits?: Partial<MailerLimits> } | undefined;
  /** Gives up starting and stops what has started. */
  readonly signal?: AbortSignal;
}

const loopback = new Set(["127.0.0.1", "::1", "[::1]", "localhost"]);

/**
 * Starts everything in order, and resolves once pages are served. If a step fails, everything started before it is
 * stopped.
 */
export async function startServer({
  config,
  log,
  fillDemo,
  assets,
  mail,
  signal,
  isStrict = false,
}: StartOptions): Promise<RunningServer> {
  const stops: (() => Promise<unknown> | void)[] = [];
  const stopAll = async (): Promise<void> => {
    for (const step of stops.splice(0).toReversed()) await step();
  };
  let stopping = Promise.resolve();
  // A second caller waits for the first, so that "stopped" is true.
  const stop = async (): Promise<void> => (stopping = stopping.then(stopAll));
  const failed = Promise.withResolvers<Error>();
  try {
    let app: ReturnType<typeof createApp> | null = null;
    const door = await findDoor(
      config,
      (request, env) => app?.fetch(request, env) ?? plainResponse(503, { secure: false }),
    );
    stops.push(door.close);
    await makeDataDirectory(config.dataDirectory);
    const { urls, embedded } = await openServer(config, log);
    if (embedded !== null) stops.push(async () => embedded.stop());
    if (embedded !== null) keepRunning(embedded, { warn: warnWith(log), giveUp: failed.resolve });
    signal?.throwIfAborted();
    const installation = await openInstallation(urls.owner, {
      demo: config.demo,
      isReal: config.publicUrl !== null || config.smtpUrl !== null,
      remake: async () => void (await migrate(urls.owner)),
    });
    stops.push(installation.close);
    const directories = [config.dataDirectory, ...(embedded === null ? [] : [embedded.home])];
    const { isDemo } = installation;
    const services = await openServices({
      config,
      log,
      urls,
      isDemo,
      isStrict,
      port: door.port,
      directories,
      assets,
      mailLimits: mail?.limits,
      stops,
    });
    if (installation.isDemo && installation.isNew) {
      // Filling takes some seconds, so giving up takes its database away. The other steps are short and may finish.
      const giveUp = () => void stop().catch((error: unknown) => log.warn({ error }, "giving up did not go well"));
      signal?.addEventListener("abort", giveUp);
      await fillDemo?.(services);
      await completeDemo(urls.owner);
      signal?.removeEventListener("abort", giveUp);
    }
    await installation.close();
    signal?.throwIfAborted();
    const hasAdministrator = installation.isDemo || (await ensureAdministrator(services, config.administratorMail));
    app = createApp(services);
    await door.open();
    const jobs = startQueues({ url: urls.desk, log }, allTasks(services, mail?.pace));
    stops.push(async () => leave({ services, door, jobs, pauseMs: config.stopPauseSeconds * 1000 }));
    return { url: services.publicUrl, hasAdministrator, services, ownerUrl: urls.owner, failed: failed.promise, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startQueues(common: Pick<QueueOptions, "url" | "log">, { usual, drawing }: ReturnType<typeof allTasks>): Jobs {
  // While one document is drawn, the one before is stored.
  return together([
    startJobs({ ...common, tasks: usual }),
    startJobs({ ...common, tasks: drawing, concurrency: 2, crontab: "" }),
  ]);
}

interface Leaving {
  readonly services: Services;
  readonly door: Door;
  readonly jobs: Jobs;
  readonly pauseMs: number;
}

/**
 * Ends the work before its services. First it reports that it stops, so that a proxy sends nobody here. Then the port
 * closes. Then requests and jobs end. No job begins from the first moment on.
 */
async function leave({ services, door, jobs, pauseMs }: Leaving): Promise<void> {
  services.health.leave();
  door.letGo();
  const jobsEnded = jobs.stop();
  await pause(pauseMs);
  const closed = door.close();
  await services.live.close();
  await Promise.all([closed, jobsEnded]);
}

function warnWith(log: Logger): (message: string, details?: Record<string, unknown>) => void {
  return (message, details) => log.warn(details ?? {}, message);
}

interface Opening {
  config: Config;
  log: Logger;
  urls: { portal: string; desk: string };
  isDemo: boolean;
  isStrict: boolean;
  port: number;
  /** The folders that must be writable. */
  directories: readonly string[];
  assets: Assets | undefined;
  mailLimits: Partial<MailerLimits> | undefined;
  stops: (() => Promise<unknown> | void)[];
}

async function openServices({
  config,
  log,
  urls,
  isDemo,
  isStrict,
  port,
  directories,
  assets,
  mailLimits,
  stops,
}: Opening): Promise<Services> {
  const { databases, reserved, close } = openPools({ urls, size: config.poolSize, log, isStrict });
  stops.push(close);
  const reach = async (): Promise<unknown> =>
    Promise.all([reserved.portal, reserved.desk].map(async (database) => sql`select 1`.execute(database)));
  const clock = await createClock(databases.desk, isDemo ? { url: urls.desk, log } : undefined);
  stops.push(clock.close);
  const documents = createDocuments();
  stops.push(documents.close);
  const publicUrl = config.publicUrl ?? `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${port}`;
  // Behind a proxy the address is loopback too, but the visitor may be anybody. So the public address must be loopback
  // as well.
  const offersDemo = isDemo && loopback.has(config.host) && loopback.has(new URL(publicUrl).hostname);
  const mailbox = offersDemo
    ? await createDemoMailbox({
        directory: join(config.dataDirectory, "demo-mail"),
        port: 0,
        refuses: addressesWithoutMailbox,
      })
    : null;
  if (mailbox !== null) stops.push(mailbox.close);
  const mailer = createMailer({
    publicUrl,
    ...mailOf(config, { mailbox, isDemo }),
    limits: mailLimits,
  });
  stops.push(mailer.close);
  const live = createLiveEvents({ url: urls.desk, databases, log });
  stops.push(live.close);
  const systemNow = () => Temporal.Now.instant();
  const refusedAccesses = createRefusedAccesses({ databases, log, systemNow });
  stops.push(refusedAccesses.close);
  return {
    databases,
    documents,
    mailer,
    live,
    health: createHealth({ reach, directories }),
    refusedAccesses,
    log,
    publicUrl,
    addressOf: addressReader(config.trustedProxies),
    files: await createDiskFiles(join(config.dataDirectory, "files")),
    demo: mailbox === null ? null : { mailbox, moveClock: clock.moveTo },
    assets: assets ?? readAssets(),
    now: clock.now,
    systemNow,
  };
}

/**
 * The mail server and the sender, or neither: without mail an administrator signs in by a link and sets up the rest. A
 * demo that is reached from elsewhere has no mailbox of its own to show.
 */
function mailOf(
  { smtpUrl, mailFrom }: Config,
  { mailbox, isDemo }: { mailbox: { readonly smtpUrl: string } | null; isDemo: boolean },
): Pick<MailerOptions, "smtpUrl" | "from"> {
  const name = "Kwartier";
  if (mailbox !== null)
    return { smtpUrl: mailbox.smtpUrl, from: { name, address: mailFrom ?? "desk@kwartier.example" } };
  if (smtpUrl === null && (isDemo || mailFrom !== null))
    throw new ConfigProblem(
      "SMTP_URL is not set: sign-in codes and updates go by mail. Set it to your mail server, such as smtp://user:password@host:587.",
    );
  if (smtpUrl !== null && mailFrom === null)
    throw new ConfigProblem(
      "MAIL_FROM is not set: give the address the desk's mail comes from, such as desk@example.com.",
    );
  return { smtpUrl, from: mailFrom === null ? null : { name, address: mailFrom } };
}
