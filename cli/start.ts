import { ConfigProblem, readConfig, settings } from "../server/start/config.ts";
import { EmbeddedError } from "../server/db/embedded/embedded-error.ts";
import { DatabaseProblem } from "../server/db/problem.ts";
import { fillDemo } from "../server/demo/fill-demo.ts";
import { isDiskFull } from "../server/files/disk-full.ts";
import type { Logger } from "../server/logger.ts";
import { createLogger } from "../server/start/log.ts";
import { type RunningServer, startServer } from "../server/start/main.ts";
import type { Services } from "../server/services.ts";

export const startHelp = `usage: kwartier start [--demo]

Starts the server: brings the database up to date, serves pages, runs jobs. Ends well on SIGTERM or Ctrl-C.

  --demo   make a new database as a demo: invented organisations with some months of history, and mail that goes nowhere

Settings, from the environment:
${describeSettings()}
`;

const usageCode = 2;

/** `kwartier start [--demo]`: resolves with the exit code when the server has stopped. */
export async function startCommand(parameters: readonly string[]): Promise<number> {
  const unknown = parameters.find((parameter) => parameter !== "--demo");
  if (unknown !== undefined) {
    process.stderr.write(`kwartier start does not know ${unknown}; kwartier start --help says what it does\n`);
    return usageCode;
  }
  return orOneLine(async () => {
    const config = readConfig(process.env, { demo: parameters.includes("--demo") });
    const log = createLogger(config.logLevel);
    const end = waitForEnd(log);
    const abort = new AbortController();
    const starting = startServer({ config, log, fillDemo: fillDemoAloud, signal: abort.signal });
    const first = await Promise.race([starting, end]);
    if (typeof first === "number") {
      abort.abort();
      // A start that was given up fails; one that had just succeeded stops like any other.
      await starting.then(
        async (running) => running.stop(),
        () => undefined,
      );
      return first;
    }
    process.stdout.write(welcome(first));
    const last = await Promise.race([end, first.failed]);
    await first.stop();
    if (typeof last === "number") return last;
    throw last;
  });
}

/** Runs a command. An error becomes one line with a remedy, and an exit code: the error's own, otherwise 1. */
export async function orOneLine(run: () => Promise<number>, code = 1): Promise<number> {
  try {
    return await run();
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    if (!isExpected(error)) createLogger("error").error({ error }, "an unexpected failure");
    return code;
  }
}

/** Says so while it fills the demo once. Silence would look like a fault. */
async function fillDemoAloud(services: Services): Promise<void> {
  process.stdout.write("Making the demo: 20 organisations and their history (once, some ten seconds) ...\n");
  await fillDemo(services);
}

function welcome({ url, services, hasAdministrator }: RunningServer): string {
  if (services.demo === null)
    return [
      `Kwartier is at ${url}\n`,
      ...(hasAdministrator
        ? []
        : ["Nobody can sign in yet. kwartier invite-administrator MAIL makes the first administrator.\n"]),
      ...(services.mailer.isSet ? [] : ["Mails wait until SMTP_URL and MAIL_FROM name a mail server.\n"]),
    ].join("");
  return `\n  Kwartier is at ${url}\n  This is a demo: open it, choose somebody on the sign-in page and look around.\n  Mail goes nowhere; it is shown at ${url}/demo/mail\n\n`;
}

/** The exit code at the first signal or uncaught error. Later ones change nothing. */
async function waitForEnd(log: Logger): Promise<number> {
  const ended = Promise.withResolvers<number>();
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => ended.resolve(0));
  for (const failure of ["uncaughtException", "unhandledRejection"] as const)
    process.on(failure, (error: unknown) => {
      log.error({ error }, "something failed that nobody caught; stopping");
      ended.resolve(1);
    });
  return ended.promise;
}

function isExpected(error: unknown): error is Error {
  return error instanceof ConfigProblem || error instanceof DatabaseProblem || error instanceof EmbeddedError;
}

function sentenceOf(error: unknown): string {
  if (isExpected(error)) return error.message;
  if (isDiskFull(error)) return "The disk is full or may only be read: free some space and start again.";
  return `Kwartier could not go on: ${error instanceof Error ? error.message : String(error)}`;
}

function describeSettings(): string {
  return Object.entries(settings)
    .map(([name, sentence]) => `  ${name.padEnd(20)}${sentence}`)
    .join("\n");
}
