import type { Exception } from "./exceptions.ts";
import { ruleOfEachFile, type Rule } from "./rule.ts";
import type { Import, SourceFile } from "./source-file.ts";

/** The rooms that each room may import. Everybody may import `root.ts`, the place of the package. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  server: ["core", "server"],
  client: ["client"],
  cli: ["core", "server", "cli"],
};

const roomOf = (path: string) => path.split("/")[0] ?? "";

export const roomsPointDown: Rule = ruleOfEachFile(
  "client and cli -> server -> core",
  "The business in core must be readable and testable without a database, a browser or HTTP; an arrow back would drag the shell in.",
  (file) =>
    file.imports
      .filter((one) => one.isRelative && !isAllowed(file, one))
      .map((one) => `may not import ${one.target}${roomOf(file.path) === "client" ? " (types only)" : ""}`),
);

function isAllowed(file: SourceFile, one: Import): boolean {
  const [from, to] = [roomOf(file.path), roomOf(one.target)];
  if (mayImport[from]?.includes(to)) return true;
  if (from === "client" && one.isTypeOnly) return to === "server" || to === "core";
  return file.isTest && to === "test";
}

const coreLayers = [
  ["values"],
  ["calendar", "organisations"],
  ["contracts"],
  ["knowledge"],
  ["tickets"],
  ["authorisations"],
  ["time"],
  ["charges"],
  ["invoices"],
  ["evaluation"],
  ["access"],
];

/**
 * `verify` reads the stores of all nouns. Portal and desk are pages, laid out by address, and api is JSON. Each shows
 * several nouns, so they come last and nobody imports them.
 */
const serverLayers = [
  ["calendar", "organisations"],
  ["contracts"],
  ["knowledge"],
  ["tickets"],
  ["authorisations"],
  ["time"],
  ["charges"],
  ["invoices"],
  ["evaluation"],
  ["verify"],
  ["access"],
  ["portal", "desk", "api"],
];

/**
 * `faces` holds the common parts of portal, desk and api: addresses and frames. `people` holds persons, `provider` who the
 * provider is, `staff` who works there. `start` starts and stops the server.
 */
const buildingBlocks =
  "people provider sign-in staff events notifications jobs queue documents files mail markup db http json refusals ui faces start".split(
    " ",
  );

const layerOf = (layers: readonly (readonly string[])[], noun: string) =>
  layers.findIndex((layer) => layer.includes(noun));

/** The noun of a path of this room: its folder, unless the file lies in the room itself. */
const nounOf = (room: string, path: string) => {
  const [first, noun, file] = path.split("/");
  return first === room && file !== undefined ? noun : undefined;
};

export function coreNounsPointOneWay(exceptions: readonly Exception[]): Rule {
  return ruleOfEachFile(
    "nouns of core point one way",
    "values <- calendar, organisations <- contracts <- knowledge <- tickets <- authorisations <- time <- charges <- invoices <- evaluation: what is charged may be read from the bottom up, and a change of an invoice can never change a ticket. Access reads the types of all and is read by none.",
    (file) => {
      const noun = nounOf("core", file.path);
      if (noun === undefined || file.isTest) return [];
      if (layerOf(coreLayers, noun) < 0) return [`lies in a noun that is not in the list: ${noun}`];
      return file.imports
        .filter((one) => !coreArrowHolds(noun, one) && !isExcepted(exceptions, file, one))
        .map((one) => `${noun} may not import ${one.target}`);
    },
  );
}

function coreArrowHolds(noun: string, one: Import): boolean {
  const target = nounOf("core", one.target);
  if (target === undefined || target === noun) return true;
  if (noun === "access") return one.isTypeOnly || target === "values";
  return layerOf(coreLayers, target) < layerOf(coreLayers, noun);
}

export function serverNounsPointOneWay(exceptions: readonly Exception[]): Rule {
  return ruleOfEachFile(
    "nouns of the server point one way, and keep their store to themselves",
    "A noun calls another's actions along the arrows of core, never its SQL: whoever reads another's tables past its actions passes its permissions and its events too. What would point back is a reaction to an event.",
    (file) => {
      const noun = nounOf("server", file.path);
      if (noun === undefined || file.isTest || layerOf(serverLayers, noun) < 0) return [];
      return file.imports
        .filter((one) => !serverArrowHolds(noun, one) && !isExcepted(exceptions, file, one))
        .map((one) => `${noun} may not import ${one.target}`);
    },
  );
}

function serverArrowHolds(noun: string, one: Import): boolean {
  const target = nounOf("server", one.target);
  if (target === undefined || target === noun || layerOf(serverLayers, target) < 0) return true;
  if (/\/(?:[\w-]+-)?store(?:-[\w-]+)?\.ts$/.test(one.target)) return false;
  return target === "access" || layerOf(serverLayers, target) < layerOf(serverLayers, noun);
}

export const buildingBlocksKnowNoNoun: Rule = ruleOfEachFile(
  "building blocks know no business",
  "Mail, database, pages and jobs serve every noun; one that knows a noun can serve no other, and the noun can no longer be changed alone.",
  (file) => {
    const folder = nounOf("server", file.path);
    if (folder === undefined || file.isTest || folder === "demo" || layerOf(serverLayers, folder) >= 0) return [];
    if (!buildingBlocks.includes(folder))
      return [`lies in a folder that is neither a noun nor a building block: ${folder}`];
    return file.imports
      .filter((one) => layerOf(serverLayers, nounOf("server", one.target) ?? "") >= 0)
      .map((one) => `${folder} may not import ${one.target}`);
  },
);

const composition = /^server\/(?:app|start\/main)\.ts$|^server\/demo\//;

export const nobodyImportsTheComposition: Rule = ruleOfEachFile(
  "nobody imports the composition root",
  "app.ts and start/main.ts put everything together and demo/ plays on it; who imports them back has everything as a dependency.",
  (file) => {
    const folder = nounOf("server", file.path);
    if (folder === undefined || folder === "demo" || composition.test(file.path) || file.isTest) return [];
    return file.imports.filter((one) => composition.test(one.target)).map((one) => `may not import ${one.target}`);
  },
);

const isTesting = (path: string) => /^core\/[\w-]+\/testing\//.test(path);

export const testingIsForTests: Rule = ruleOfEachFile(
  "what only tests use is used by tests only",
  "A naive counterpart proves the code because it shares nothing with it; code that leans on it proves itself.",
  (file) => {
    if (file.isTest || isTesting(file.path) || file.path.startsWith("test/")) return [];
    return file.imports.filter((one) => isTesting(one.target)).map((one) => `may not import ${one.target}`);
  },
);

function isExcepted(exceptions: readonly Exception[], file: SourceFile, one: Import): boolean {
  return one.isTypeOnly && exceptions.some(({ from, to }) => from === file.path && to === one.target);
}
