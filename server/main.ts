import { join } from "node:path";
import { createApp } from "./app.ts";
import { readAssets } from "./assets.ts";
import { createClock } from "./clock.ts";
import { type Config, ConfigProblem } from "./config.ts";
import { ensureAdministrator } from "./first-administrator.ts";
import { createLiveEvents } from "./events/live.ts";
import { createDocuments } from "./documents/documents.ts";
import { createDiskFiles } from "./files/disk-files.ts";
import { addressReader } from "./http/client-address.ts";
import { plainResponse } from "./http/plain-answer.ts";
import { completeDemo, openInstallation } from "./installation.ts";
import { startJobs } from "./jobs/start-jobs.ts";
import { listen } from "./listen.ts";
import type { Logger } from "./log.ts";
import { createDemoMailbox } from "./mail/demo-mailbox.ts";
import { createMailer, type MailerLimits } from "./mail/mailer.ts";
import type { MailPace } from "./mail/pace.ts";
import { migrate } from "./db/migrate.ts";
import { openServer } from "./open-database.ts";
import { openPools } from "./open-pools.ts";
import type { Services } from "./services.ts";
import { allTasks } from "./tasks.ts";
import type { Assets } from "./ui/page.tsx";

export interface RunningServer {
  readonly url: string;
  readonly services: Services;
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Fills a new demo; left out by tests that need an empty one. */
  readonly fillDemo?: (services: Services) => Promise<void>;
  readonly assets?: Assets;
  /** Throws where a transaction is held open for something slow; otherwise that is logged. */
  readonly isStrict?: boolean;
  /** How patient mail is; tests are less. */
  readonly mail?: { readonly pace?: MailPace; readonly limits?: Partial<MailerLimits> } | undefined;
  /** Gives up starting: what stands by then is stopped again. */
  readonly signal?: AbortSignal;
}

const loopback = new Set(["127.0.0.1", "::1", "[::1]", "localhost"]);

/** Starts everything in order and answers once pages are served; what was started is stopped again when a later step fails. */
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
  // The doors close first: nobody is let in while what serves them is being stopped.
  const doors: (() => Promise<unknown> | void)[] = [];
  const stopAll = async (): Promise<void> => {
    for (const step of [...doors.splice(0).toReversed(), ...stops.splice(0).toReversed()]) await step();
  };
  let stopping = Promise.resolve();
  // Whoever asks second waits for the first, so that "stopped" is true.
  const stop = async (): Promise<void> => (stopping = stopping.then(stopAll));
  try {
    let app: ReturnType<typeof createApp> | null = null;
    // The port first: a second start finds out before it touches anything.
    const listening = await listen(
      config,
      () => (request, env) => app?.fetch(request, env) ?? plainResponse(503, { secure: false }),
    );
    doors.push(listening.stop);
    const { urls, embedded } = await openServer(config, log);
    if (embedded !== null) stops.push(async () => embedded.stop());
    signal?.throwIfAborted();
    const installation = await openInstallation(urls.owner, {
      demo: config.demo,
      remake: async () => void (await migrate(urls.owner)),
    });
    stops.push(installation.close);
    const services = await openServices({
      config,
      log,
      urls,
      isDemo: installation.isDemo,
      isStrict,
      port: listening.port,
      assets,
      mailLimits: mail?.limits,
      stops,
    });
    doors.push(services.live.close);
    if (installation.isDemo && installation.isNew) {
      // Filling takes some seconds: giving up takes the database away from it. The other steps are short and are let finish.
      const giveUp = () => void stop().catch((error: unknown) => log.warn({ error }, "giving up did not go well"));
      signal?.addEventListener("abort", giveUp);
      await fillDemo?.(services);
      await completeDemo(urls.owner);
      signal?.removeEventListener("abort", giveUp);
    }
    await installation.close();
    signal?.throwIfAborted();
    if (!installation.isDemo) await ensureAdministrator(services, config.administratorMail);
    app = createApp(services);
    const jobs = startJobs({ url: urls.desk, tasks: allTasks(services, mail?.pace), log });
    stops.push(jobs.stop);
    return { url: services.publicUrl, services, ownerUrl: urls.owner, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Opening {
  config: Config;
  log: Logger;
  urls: { portal: string; desk: string };
  isDemo: boolean;
  isStrict: boolean;
  port: number;
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
  assets,
  mailLimits,
  stops,
}: Opening): Promise<Services> {
  const { databases, reserved, close } = openPools({ urls, size: config.poolSize, log, isStrict });
  stops.push(close);
  const clock = await createClock(databases.desk);
  const documents = createDocuments();
  stops.push(documents.close);
  const publicUrl = config.publicUrl ?? `http://${config.host === "127.0.0.1" ? "localhost" : config.host}:${port}`;
  // Behind a proxy the address is loopback too, and there anybody could be anybody: the public address counts as well.
  const offersDemo = isDemo && loopback.has(config.host) && loopback.has(new URL(publicUrl).hostname);
  const mailbox = offersDemo
    ? await createDemoMailbox({ directory: join(config.dataDirectory, "demo-mail"), port: 0 })
    : null;
  if (mailbox !== null) stops.push(mailbox.close);
  const mailer = createMailer({
    publicUrl,
    from: { name: "Kwartier", address: senderOf(config, mailbox !== null) },
    smtpUrl: mailbox?.smtpUrl ?? mailServerOf(config),
    limits: mailLimits,
  });
  stops.push(mailer.close);
  const live = createLiveEvents({ url: urls.desk, databases, log });
  stops.push(live.close);
  return {
    databases,
    reserved,
    documents,
    mailer,
    live,
    log,
    publicUrl,
    addressOf: addressReader(config.trustedProxies),
    files: await createDiskFiles(join(config.dataDirectory, "files")),
    demo: mailbox === null ? null : { mailbox, moveClock: clock.moveTo },
    assets: assets ?? readAssets(),
    now: clock.now,
    systemNow: () => Temporal.Now.instant(),
  };
}

function mailServerOf(config: Config): string {
  if (config.smtpUrl === null)
    throw new ConfigProblem(
      "SMTP_URL is not set: sign-in codes and updates go by mail. Set it to your mail server, such as smtp://user:password@host:587.",
    );
  return config.smtpUrl;
}

function senderOf(config: Config, isDemo: boolean): string {
  if (config.mailFrom !== null) return config.mailFrom;
  if (isDemo) return "desk@kwartier.example";
  throw new ConfigProblem(
    "MAIL_FROM is not set: give the address the desk's mail comes from, such as desk@example.com.",
  );
}
