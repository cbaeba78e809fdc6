// Finds a Chromium for the browser tests, or installs one. Runs no script of a package.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const macs = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const remedy =
  "Install Chromium (Debian: apt-get install chromium; macOS: Google Chrome) or set CHROMIUM_PATH to a Chromium.";

/** The path of a Chromium that starts; installs one if there is none. Throws with the remedy. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const log = isRootOnDebian() ? installFromDebian() : installFromPlaywright();
  const installed = findChromium();
  if (installed === undefined) throw new Error(`There is no Chromium for the browser tests. ${remedy}\n${log}`);
  return installed;
}

function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (starts(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, which does not start. ${remedy}`);
  }
  const folders = (process.env.PATH ?? "").split(":").concat("/usr/bin", "/usr/lib/chromium");
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...macs, ...playwrightPaths()].find((path) => starts(path));
}

/** Ubuntu's chromium-browser is a script that asks for a snap. It exists, but prints no version. */
function starts(path) {
  if (!existsSync(path)) return false;
  const { status, stdout } = spawnSync(path, ["--version"], { timeout: 20_000, encoding: "utf8" });
  return status === 0 && /Chrom/.test(stdout);
}

function playwright(parameters) {
  const cli = join(root, "node_modules", "playwright-core", "cli.js");
  const result = spawnSync(process.execPath, [cli, ...parameters], { encoding: "utf8", timeout: 300_000 });
  return `${result.stdout ?? ""}${result.stderr ?? ""}`;
}

function playwrightPaths() {
  const folders = playwright(["install", "--dry-run", "chromium-headless-shell"]).match(
    /(?<=Install location:\s+)\S.*/g,
  );
  const inside = ["chrome-headless-shell-linux64", "chrome-linux", "chrome-headless-shell-mac-arm64", "chrome-mac"];
  return (folders ?? []).flatMap((folder) =>
    inside.flatMap((name) => ["chrome-headless-shell", "headless_shell"].map((file) => join(folder, name, file))),
  );
}

function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  // Ubuntu packages Chromium as a snap only, which needs a running snapd.
  return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

function installFromDebian() {
  process.stderr.write("Installing Chromium for the browser tests (apt-get) ...\n");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { encoding: "utf8", env, timeout: 400_000 };
  const update = spawnSync("apt-get", ["update"], options);
  const install = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
  return [update, install].map(({ stderr, error }) => stderr ?? String(error)).join("");
}

function installFromPlaywright() {
  process.stderr.write("Downloading Chromium for the browser tests (playwright) ...\n");
  const withLibraries = process.getuid?.() === 0 ? ["--with-deps"] : [];
  return playwright(["install", ...withLibraries, "chromium-headless-shell"]);
}

if (import.meta.main) process.stdout.write(`${ensureChromium()}\n`);
