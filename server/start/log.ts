import { type DestinationStream, pino } from "pino";
import type { Logger } from "../logger.ts";
import { violatedConstraint } from "../db/transaction.ts";

/**
 * A logger, on standard error unless told otherwise; errors keep their stack, and whatever carries a credential is left
 * out.
 */
export function createLogger(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): Logger {
  const redact = ["*.password", "*.token", "*.code", "*.url"];
  return pino({ level, redact, serializers: { error: describeError }, base: null }, destination);
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: "not an error object" };
  // What a message quotes may be a person's text or address, and a database error's detail is the row: kept are code,
  // constraint, place.
  const code = "code" in error ? String(error.code) : undefined;
  const constraint = violatedConstraint(error) || undefined;
  const stack = error.stack?.split("\n").filter((line) => line.startsWith("    at "));
  return {
    name: error.name,
    message: withoutQuotes(error.message),
    errorCode: code,
    constraint,
    stack: stack?.join("\n"),
  };
}

function withoutQuotes(message: string): string {
  return message.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|\S+@\S+/g, "…").slice(0, 500);
}
