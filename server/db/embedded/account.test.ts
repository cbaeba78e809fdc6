import { describe, expect, it } from "vitest";
import { readAccounts, unprivilegedAccount } from "./account.ts";

const root = "root:x:0:0:root:/root:/bin/sh\n";
const nobody = "nobody:x:65534:65533:nobody:/:/sbin/nologin\n";

describe("the user that runs PostgreSQL when we are root", () => {
  it("is postgres where there is one, otherwise nobody", () => {
    const postgres = "postgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/sh\n";
    expect(unprivilegedAccount(readAccounts(root + nobody + postgres))).toEqual({ uid: 101, gid: 104 });
    expect(unprivilegedAccount(readAccounts(root + nobody))).toEqual({ uid: 65534, gid: 65533 });
  });

  it("is refused on a machine that knows root alone", () => {
    const attempt = (): unknown => unprivilegedAccount(readAccounts(root));
    expect(attempt).toThrow("start Kwartier as an ordinary user or set DATABASE_URL");
    expect(attempt).toThrow(expect.objectContaining({ code: "no-usable-user" }));
  });
});
