import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type SchemaFile, schemaFiles } from "../../test/support/schema-files.ts";
import { packageRoot } from "../root.ts";

describe("what is written from the catalogue", () => {
  let files: readonly SchemaFile[];
  beforeAll(async () => {
    files = await schemaFiles(inject("ownerUrl"));
  });

  it.each([
    "migrations/schema.sql",
    "server/db/tables-charges.ts",
    "server/db/tables-customer.ts",
    "server/db/tables-provider.ts",
  ])("%s is what the migrations add up to (npm run schema)", (path) => {
    const written = files.find((file) => file.path === path)?.text;
    expect(readFileSync(join(packageRoot, path), "utf8")).toBe(written);
  });
});
