import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { transformWithOxc } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withSourcePlaces } from "./source-places.ts";

const source = `interface Unseen {
  readonly text: string;
}

export function fail(unseen?: Unseen): never {
  throw new Error(unseen?.text);
}
`;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kwartier source "));
  const path = join(folder, "failing.ts");
  const { code, map } = await transformWithOxc(source, path, { sourcemap: true });
  writeFileSync(join(folder, "failing.js"), code);
  writeFileSync(join(folder, "failing.js.map"), JSON.stringify(map));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("says the place in the source of each line of a stack, and keeps those of files without a map", async () => {
  const built = pathToFileURL(join(folder, "failing.js")).href;
  const stack = [
    `    at fail (${built}:2:8)`,
    "    at run (file:///nowhere/node_modules/pg/lib/client.js:10:3)",
    "    at node:internal/process:1:2",
  ];
  const [ours, theirs, node] = withSourcePlaces(stack.join("\n")).split("\n");
  expect(ours).toBe(`    at fail (${join(folder, "failing.ts")}:6:9)`);
  expect([theirs, node]).toEqual(stack.slice(1));
});
