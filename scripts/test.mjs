// npm test: install what is missing, then run every check. Runs under any installed Node, like start.mjs.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled, root } from "./install.mjs";

const node = ensureInstalled({ dev: true });
const checks = spawnSync(node, [join(root, "scripts", "checks.mjs")].concat(process.argv.slice(2)), {
  cwd: root,
  stdio: "inherit",
});
process.exit(checks.status === null ? 1 : checks.status);
