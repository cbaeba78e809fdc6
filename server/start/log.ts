import { type DestinationStream, pino } from "pino";
import type { Logger } from "../logger.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { withSourcePlaces } from "./source-places.ts";

/** A logger, by default on standard error. Errors keep their stack; credentials are left out. */
export function createLogger(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): Logger {
  const redact = ["*.password", "*.token", "*.code", "*.url"];
  return pino({ level, redact, serializers: { error: describeError }, base: null }, destination);
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: "not an error object" };
  // A message may quote a person's text or address, and the detail of a database error is the row. So only code,
  // constraint and place are kept.
  const code = "code" in error ? String(error.code) : undefined;
  const constraint = violatedConstraint(error) || undefined;
  const stack = error.stack?.split("\n").filter((line) => line.startsWith("    at "));
  return {
    name: error.name,
    message: withoutQuotes(error.message),
    errorCode: code,
    constraint,
    stack: stack === undefined ? undefined : withSourcePlaces(stack.join("\n")),
  };
}

function withoutQuotes(message: string): string {
  return message.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|\S+@\S+/g, "…").slice(0, 500);
}
