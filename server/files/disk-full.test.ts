import { describe, expect, it } from "vitest";
import { isDiskFull } from "./disk-full.ts";

const failure = (code: string | undefined, message = "it failed"): Error => Object.assign(new Error(message), { code });

describe("nothing more can be stored", () => {
  it.each([
    ["the disk is full", failure("ENOSPC")],
    ["a quota is used up", failure("EDQUOT")],
    ["the disk may only be read", failure("EROFS")],
    ["PostgreSQL's disk is full", failure("53100")],
    ["PostgreSQL takes no writes", failure("25006")],
    ["PostgreSQL's quota is used up", failure("XX000", 'could not extend file "base/5/1249": Disk quota exceeded')],
    [
      "PostgreSQL's disk may only be read",
      failure("42501", 'could not open file "base/5/1249": Read-only file system'),
    ],
  ])("when %s", (_, error) => expect(isDiskFull(error)).toBe(true));

  it.each([
    ["a right is missing", failure("42501", "permission denied for table tickets")],
    ["the database is away", failure("ECONNREFUSED")],
    ["somebody writes about it", failure(undefined, "Ticket: my disk says No space left on device, help")],
    ["nothing was thrown", undefined],
  ])("is not said when %s", (_, error) => expect(isDiskFull(error)).toBe(false));
});
