/** A problem of the database, in one sentence with a remedy. */
export class DatabaseProblem extends Error {
  readonly code:
    | "unreachable"
    | "too-old"
    | "no-password"
    | "owner-too-weak"
    | "role-too-powerful"
    | "migration-changed"
    | "newer-schema"
    | "older-schema"
    | "no-database";
  constructor(code: DatabaseProblem["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DatabaseProblem";
    this.code = code;
  }
}
