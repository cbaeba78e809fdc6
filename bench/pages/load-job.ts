import type { Statement } from "./proxy.ts";

/** A request of a measurement. */
export interface Asked {
  readonly path: string;
  /** A form's fields, already written; a page without. */
  readonly body?: string;
}

/** One person at one connection, who asks again after each answer. */
export interface Asker {
  readonly cookie: string;
  readonly requests: readonly Asked[];
}

/** Requests for some seconds, over one connection for each asker. */
export interface HttpJob {
  readonly kind: "http";
  readonly url: string;
  readonly seconds: number;
  readonly askers: readonly Asker[];
  readonly expected: number;
}

/**
 * A page's statements again and again, over some connections of each role: first one after another, then sent together,
 * each for some seconds.
 */
export interface SqlJob {
  readonly kind: "sql";
  readonly urls: { readonly desk: string; readonly portal: string };
  readonly seconds: number;
  readonly connections: number;
  readonly statements: readonly Statement[];
}

export type LoadJob = HttpJob | SqlJob;

export interface Measured {
  readonly milliseconds: readonly number[];
  readonly seconds: number;
  /** The bytes of a body on the wire, of the last answer. */
  readonly bytes: number;
}

/** How often in a second a page's own SQL is done: its statements one after another, and sent together. */
export interface MeasuredSql {
  readonly single: number;
  readonly pipelined: number;
}
