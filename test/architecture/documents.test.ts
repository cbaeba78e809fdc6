import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../server/root.ts";

const read = (path: string) => readFileSync(join(packageRoot, path), "utf8");
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...globSync("docs/**/*.md", { cwd: packageRoot }),
];
const sources = globSync("{core,server,client,cli,test,e2e,bench,migrations}/**/*.{ts,tsx,css,sql}", {
  cwd: packageRoot,
});

/** Newcomers read these documents, so they must be true: a wrong document costs more than a missing one. */
describe("the documents", () => {
  it.each(["core", "server"])("name every room of %s, and none that is not there", (room) => {
    const block = /```\n([\s\S]*?)```/.exec(read("ARCHITECTURE.md"))?.[1] ?? "";
    const part = block.slice(block.indexOf(`\n${room}/`.trimStart())).split(/\n(?=[a-z]+\/ )/)[0] ?? "";
    const named = new Set(
      [...part.matchAll(/(?<![\w/-])([a-z-]+)\//g)].map(([, name]) => name).filter((name) => name !== room),
    );
    const folders = readdirSync(join(packageRoot, room), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const withFiles = folders.filter(({ name }) => readdirSync(join(packageRoot, room, name)).length > 0);
    expect(named).toEqual(new Set(withFiles.map(({ name }) => name)));
  });

  it.each(documents)("point at files that exist: %s", (path) => {
    const text = read(path);
    const links = [...text.matchAll(/(?<!!)\[[^\]]*\]\((?!https?:|#)([^)#]+)/g)].map(([, to]) =>
      join(dirname(path), to ?? ""),
    );
    expect(links.filter((to) => !existsSync(join(packageRoot, to)))).toEqual([]);
    expect(namedFilesThatAreMissing(text)).toEqual([]);
  });

  it("are caught naming a file or folder that is not there", () => {
    const text = `
      \`core/charges\`, \`server/<noun>/store*.ts\`, \`*-words.ts\`, \`charge-month.ts\`, \`.ts\`, \`month.json\` are fine;
      \`core/nowhere/\`, \`server/<noun>/<nothing>-at-all.ts\`, \`*-wrds.ts\`, \`charge-moth.ts\`, \`core/charg\` are not.`;
    expect(namedFilesThatAreMissing(text)).toEqual([
      "core/nowhere/",
      "server/<noun>/<nothing>-at-all.ts",
      "*-wrds.ts",
      "charge-moth.ts",
      "core/charg",
    ]);
  });

  it("name every package the product stands on", () => {
    const [, table = ""] = read("README.md").split("## What it stands on");
    const named = new Set([...table.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    const manifest: unknown = JSON.parse(read("package.json"));
    const packages = ["dependencies", "devDependencies"].flatMap((kind) => keysOf(manifest, kind));
    const unnamed = packages.filter((name) => !name.startsWith("@types/") && !named.has(name));
    expect(packages.length).toBeGreaterThan(30);
    expect(unnamed).toEqual([]);
  });

  it("explain every rule that a file cites", () => {
    const explained = new Set(read("docs/rules.md").match(/\b[A-Z]\d{1,2}\b/g));
    const cited = sources.flatMap((path) =>
      [...read(path).matchAll(/\b(?:[PBKMTSAD]\d|R[0-4]\d)\b/g)].map(([id]) => ({ id, path })),
    );
    expect(cited.length).toBeGreaterThan(200);
    const unknown = cited.filter(({ id, path }) => isRule(id, path) && !explained.has(id) && !path.includes(".test."));
    expect(unknown).toEqual([]);
  });
});

/** The paths and file names in backquotes that exist nowhere. `*` and `<noun>` stand for any name. */
function namedFilesThatAreMissing(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = ""]) => name);
  const named = quoted.filter((name) => inRoom.test(name) || loneFile.test(name));
  return named.filter((name) => {
    const pattern = name.replaceAll(/<[\w-]+>/g, "*");
    const places = inRoom.test(name) ? [pattern] : [`{core,server,cli,client,migrations}/**/${pattern}`];
    return globSync(places, { cwd: packageRoot }).length === 0;
  });
}

const inRoom = /^(?:core|server|client|cli|test|e2e|bench|scripts|migrations|docs)\/[\w./*<>-]*$/;
const loneFile = /^[\w*<][\w.*<>-]*\.(?:tsx?|sql|css)$/;

/** A4 is paper, and the strokes of an icon only look like rules. */
const isRule = (id: string, path: string) => id !== "A4" && path !== "server/ui/icon.tsx";

function keysOf(value: unknown, key: string): string[] {
  if (typeof value !== "object" || value === null || !(key in value)) return [];
  const inner: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof inner === "object" && inner !== null ? Object.keys(inner) : [];
}
