import { pino } from "pino";

/** What the server writes down: one JSON object a line, routes and ids but never names, addresses or texts. */
export interface Logger {
  info(details: Record<string, unknown>, message: string): void;
  warn(details: Record<string, unknown>, message: string): void;
  error(details: Record<string, unknown>, message: string): void;
}

/** A logger on standard error; errors keep their stack, and whatever carries a credential is left out. */
export function createLogger(level: string): Logger {
  return pino(
    { level, redact: ["*.password", "*.token", "*.code", "*.url"], serializers: { error: describeError }, base: null },
    pino.destination({ fd: 2, sync: false }),
  );
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: "not an error object" };
  // A database error's detail quotes the row, which may hold personal data: only its code and constraint are kept.
  const code = "code" in error ? String(error.code) : undefined;
  const constraint = "constraint" in error ? String(error.constraint) : undefined;
  return { name: error.name, message: error.message, code, constraint, stack: error.stack };
}
