/** What is wrong with the database, in one sentence that says what to do. */
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
