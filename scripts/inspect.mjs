// Prints what an import of address and calendar files would make: see docs/inspect.md, or --help.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

if (!existsSync(path.join(root, "node_modules/esbuild"))) {
  process.stderr.write("Installing what is missing…\n");
  // npm's own words go to stderr: stdout is the document's.
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    process.stderr.write("npm install did not work; see above.\n");
    process.exit(2);
  }
}

const { buildWorker } = await import("./build-worker.mjs");
await buildWorker();
const { inspectFiles } = await import("../dist/inspect.mjs");
process.exitCode = await inspectFiles(process.argv.slice(2), {
  root,
  // npm changes into the project's folder; file names are meant from where the person stands.
  from: process.env.INIT_CWD ?? process.cwd(),
});
