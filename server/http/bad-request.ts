/** The reasons for not accepting a request at all, with their status. */
const statuses = {
  "cut-off": 400,
  "not-utf-8": 400,
  "not-storable": 400,
  "not-json": 400,
  "not-a-form": 400,
  "given-twice": 400,
  "query-on-write": 400,
  "key-not-uuid": 400,
  "too-large": 413,
  "wrong-type": 415,
  compressed: 415,
} as const;

export type Unreadable = keyof typeof statuses;

/**
 * A request that cannot be read. It is answered without a transaction, or undoes it. The detail is for the author of
 * the sending program.
 */
export class BadRequest extends Error {
  readonly why: Unreadable;
  readonly status: (typeof statuses)[Unreadable];
  readonly detail: string | undefined;

  constructor(why: Unreadable, options: ErrorOptions & { detail?: string } = {}) {
    super(options.detail ?? why, options);
    this.why = why;
    this.status = statuses[why];
    this.detail = options.detail;
  }
}
