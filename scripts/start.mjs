// npm start: install what is missing, build what is stale, run the server with demo data. This file and install.mjs run
// under any installed Node, however old. Everything after them runs on the Node of package.json.
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, root, stop } from "./install.mjs";
import { nodeFlags, nodeSettings } from "./node-flags.mjs";

const node = ensureInstalled({ dev: false });
const build = spawnSync(node, [join(root, "scripts", "build.mjs"), "--if-stale"], { cwd: root, stdio: "inherit" });
if (build.status !== 0) stop("The build failed; its reason is above.");

const server = join(root, "dist", "server", "kwartier.js");
const child = spawn(node, nodeFlags.concat(server, "start", "--demo", process.argv.slice(2)), {
  stdio: "inherit",
  env: { ...process.env, ...nodeSettings },
});

// Ctrl-C reaches the server from the terminal itself. Without a terminal we pass the signal on. Either way the server
// finishes its work, and we wait for it.
process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
process.on("SIGTERM", () => child.kill("SIGTERM"));
process.on("SIGHUP", () => child.kill("SIGTERM"));
child.on("error", (error) => stop(`The server could not be started: ${error.message}`));
child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
