import { resolve } from "node:path";
import { z } from "zod";
import { isNetwork } from "../http/client-address.ts";

/** One sentence per setting: its meaning and its default. `kwartier start --help` prints them. */
export const settings = {
  HOST: "The address to listen on; localhost, by IPv4 and IPv6, unless set.",
  PORT: "The port to listen on; 3000 unless set, or the next free one for a demo.",
  PUBLIC_URL:
    "The address people use, such as https://desk.example.com; it decides links, cookies and which origins are ours.",
  TRUSTED_PROXIES:
    "The addresses or networks of the proxies in front, such as 10.0.0.2 or 10.0.0.0/8, with commas between them: whom they name in X-Forwarded-For is who asks; none unless set.",
  DATABASE_URL:
    "A PostgreSQL server of version 15 or later as postgres://owner:password@host/database; left out, Kwartier runs its own.",
  DATA_DIRECTORY: "Where files, and the embedded database, are kept; ./data unless set.",
  SMTP_URL: "The mail server to send through, such as smtp://user:password@host:587; without it mails wait.",
  MAIL_FROM: "The sender of the desk's mail, such as desk@example.com; needed with SMTP_URL.",
  ADMINISTRATOR_MAIL:
    "The mail address of the first administrator, who is made when a database has none; kwartier invite-administrator makes one too.",
  LOG_LEVEL: "How much is logged: debug, info, warn or error; info unless set, warn for a demo.",
  STOP_PAUSE:
    "Seconds between saying on /readyz that it stops and closing the port, so that a proxy sends nobody any more; 3 unless set, 0 for a demo.",
  POOL_SIZE: "Connections to the database for each of the two faces; 10 unless set.",
} as const satisfies Readonly<Record<string, string>>;

const schema = z.object({
  HOST: z.string().min(1).default("localhost"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number")
    .transform(Number)
    .pipe(z.number().min(0).max(65_535))
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .refine((parts) => parts.every(isNetwork), "must be addresses or networks")
    .optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIRECTORY: z.string().min(1).default("data"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  ADMINISTRATOR_MAIL: z.email().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).optional(),
  STOP_PAUSE: z
    .string()
    .regex(/^\d{1,2}$/, "must be a number of seconds below 100")
    .transform(Number)
    .optional(),
  POOL_SIZE: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(2).max(200))
    .default(10),
});

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Whether another port may be taken when this one is in use, because nobody chose it by number. */
  readonly isPortFree: boolean;
  readonly publicUrl: string | null;
  /** The proxies that may name the sender of a request. */
  readonly trustedProxies: readonly string[];
  readonly databaseUrl: string | null;
  readonly dataDirectory: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly administratorMail: string | null;
  readonly logLevel: string;
  readonly stopPauseSeconds: number;
  readonly poolSize: number;
  /** Make a new database as a demo. An existing one knows what it is. */
  readonly demo: boolean;
}

export class ConfigProblem extends Error {}

/** Reads the environment. It names every wrong setting and its purpose. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  options: { demo: boolean },
): Config {
  const known = Object.fromEntries(
    Object.keys(settings).flatMap((name) =>
      environment[name] === undefined || environment[name] === "" ? [] : [[name, environment[name]]],
    ),
  );
  const parsed = schema.safeParse(known);
  if (!parsed.success) {
    const sentences: Readonly<Record<string, string>> = settings;
    const lines = parsed.error.issues.map(
      (issue) => `${issue.path.join(".")}: ${issue.message}. ${sentences[String(issue.path[0])] ?? ""}`,
    );
    throw new ConfigProblem(lines.join("\n"));
  }
  const given = parsed.data;
  return {
    host: given.HOST,
    port: given.PORT ?? 3000,
    isPortFree: given.PORT === undefined && options.demo,
    publicUrl: given.PUBLIC_URL ?? null,
    trustedProxies: given.TRUSTED_PROXIES ?? [],
    databaseUrl: given.DATABASE_URL ?? null,
    dataDirectory: resolve(given.DATA_DIRECTORY),
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.MAIL_FROM ?? null,
    administratorMail: given.ADMINISTRATOR_MAIL ?? null,
    logLevel: given.LOG_LEVEL ?? (options.demo ? "warn" : "info"),
    stopPauseSeconds: given.STOP_PAUSE ?? (options.demo ? 0 : 3),
    poolSize: given.POOL_SIZE,
    demo: options.demo,
  };
}
