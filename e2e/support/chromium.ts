import { chromium, type Browser } from "playwright-core";

/**
 * Flags to keep Chromium quiet: no sandbox, which root in a container does not have, and nothing in the background that
 * looks up hosts on a machine without a network.
 */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Starts the Chromium that `npm test` found or installed, with an empty profile of its own. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (executablePath === undefined) {
    throw new Error("CHROMIUM_PATH is not set; run `npm test`, or node scripts/chromium.mjs to find one");
  }
  return chromium.launch({ executablePath, args: flags });
}
