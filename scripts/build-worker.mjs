// Bundles the reader's thread and `npm run inspect` into dist/. Does nothing when no source changed since.

import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const ENTRIES = {
  "reader-worker": "lib/adapters/reader-worker/worker.ts",
  inspect: "scripts/inspect-files.ts",
};
const record = path.join(root, "dist/reader-worker.inputs.json");

/** True when every file that went into the bundles is unchanged (by size and time of change). */
function isUpToDate() {
  if (!Object.keys(ENTRIES).every((name) => existsSync(path.join(root, `dist/${name}.mjs`)))) return false;
  try {
    const inputs = Object.entries(JSON.parse(readFileSync(record, "utf8")));
    return inputs.length > 0 && inputs.every(([file, stamp]) => stampOf(file) === stamp);
  } catch {
    return false;
  }
}

/** Makes dist/reader-worker.mjs and dist/inspect.mjs, whole or not at all: a reader never sees half a file. */
export async function buildWorker() {
  if (isUpToDate()) return;
  const { build, stop } = await import("esbuild");
  mkdirSync(path.join(root, "dist"), { recursive: true });
  const own = `.${process.pid}.tmp`;
  const result = await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    entryNames: `[name]${own}`,
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    logLevel: "error",
  });
  await stop();
  for (const name of Object.keys(ENTRIES)) {
    renameSync(path.join(root, `dist/${name}${own}.mjs`), path.join(root, `dist/${name}.mjs`));
  }
  const inputs = [...Object.keys(result.metafile.inputs), "scripts/build-worker.mjs"];
  writeFileSync(record, JSON.stringify(Object.fromEntries(inputs.map((file) => [file, stampOf(file)]))));
}

function stampOf(file) {
  const { size, mtimeMs } = statSync(path.join(root, file));
  return `${size}:${mtimeMs}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildWorker();
