import { ConfigProblem, readConfig, settings } from "../server/config.ts";
import { DatabaseProblem } from "../server/db/problem.ts";
import { fillDemo } from "../server/demo/fill-demo.ts";
import { EmbeddedError } from "../server/db/embedded/embedded-error.ts";
import { createLogger, type Logger } from "../server/log.ts";
import { type RunningServer, startServer } from "../server/main.ts";

export const startHelp = `usage: kwartier start [--demo]

Starts the server: brings the database up to date, serves pages, runs jobs. Ends well on SIGTERM or Ctrl-C.

  --demo   make a new database as a demo: invented organisations with some months of history, and mail that goes nowhere

Settings, from the environment:
${describeSettings()}
`;

/** `kwartier start [--demo]`: answers when the server has stopped, with the exit code. */
export async function startCommand(parameters: readonly string[]): Promise<number> {
  const isDemo = parameters.includes("--demo");
  let log = createLogger("info");
  try {
    const config = readConfig(process.env, { demo: isDemo });
    log = createLogger(config.logLevel);
    const running = await startServer({ config, log, fillDemo });
    process.stdout.write(welcome(running));
    return await runUntilStopped(running, log);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    if (!isExpected(error)) log.error({ error }, "the server could not be started");
    return 1;
  }
}

function welcome({ url, services }: RunningServer): string {
  if (services.demo === null) return `Kwartier is at ${url}\n`;
  return `\n  Kwartier is at ${url}\n  This is a demo: open it, choose somebody on the sign-in page and look around. Mail stays here, at ${url}/demo/mail\n\n`;
}

/** Stops once, at the first signal or at an error that nobody caught; a second signal does not wait. */
async function runUntilStopped(running: RunningServer, log: Logger): Promise<number> {
  const ended = Promise.withResolvers<number>();
  const stop = (code: number): void => {
    running.stop().then(
      () => ended.resolve(code),
      (error: unknown) => {
        log.error({ error }, "the server did not stop well");
        ended.resolve(1);
      },
    );
  };
  const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
  let isStopping = false;
  for (const signal of signals)
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      log.info({ signal }, "stopping");
      stop(0);
    });
  for (const failure of ["uncaughtException", "unhandledRejection"] as const)
    process.on(failure, (error: unknown) => {
      log.error({ error }, "something failed that nobody caught; stopping");
      if (isStopping) return;
      isStopping = true;
      stop(1);
    });
  return ended.promise;
}

function isExpected(error: unknown): error is Error {
  return error instanceof ConfigProblem || error instanceof DatabaseProblem || error instanceof EmbeddedError;
}

/** What went wrong as one line that says what to do. */
function sentenceOf(error: unknown): string {
  if (isExpected(error)) return error.message;
  return `Kwartier could not be started: ${error instanceof Error ? error.message : String(error)}`;
}

function describeSettings(): string {
  return Object.entries(settings)
    .map(([name, sentence]) => `  ${name.padEnd(20)}${sentence}`)
    .join("\n");
}
