// Makes what the server runs from: the database client, the bundles in dist/, and Next's build in .next/.

import { existsSync, readdirSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { fingerprint, makeIfChanged } from "./fingerprint.mjs";
import { run } from "./run.mjs";
import { step } from "./say.mjs";

const PACKAGES = ["package.json", "package-lock.json", "tsconfig.json", "scripts/steps/build.mjs"];
const BUNDLED = [
  "lib",
  "prisma/schema.prisma",
  "prisma/seed",
  "scripts/build-worker.mjs",
  "scripts/invite-client.ts",
  "next.config.ts",
  ...PACKAGES,
];
const ROUTES = [
  "app",
  "components",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
];

/** dist/house.mjs is what the commands use, dist/server.mjs is the server, dist/seed-demo.mjs the demo world; the rest is one command's. */
const ENTRIES = {
  house: "lib/runtime/house.ts",
  server: "lib/runtime/server.ts",
  "seed-demo": "prisma/seed/seed-demo.ts",
  "invite-client": "scripts/invite-client.ts",
};

const versions = [process.versions.node.split(".")[0], process.platform, process.arch];

/** Generates the database client from the schema. */
export async function generate(root) {
  const sources = ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"];
  const stamp = path.join(root, "prisma/generated/.stamp");
  await makeIfChanged(stamp, fingerprint(root, sources), () =>
    step("generating the database client", () =>
      run(process.execPath, [path.join(root, "node_modules/prisma/build/index.js"), "generate"], {
        cwd: root,
        what: "prisma generate",
        env: {
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          CHECKPOINT_DISABLE: "1",
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
        },
      }),
    ),
  );
}

/** Bundles our own server-side code; packages stay where npm put them. */
export async function bundle(root) {
  await makeIfChanged(path.join(root, "dist/bundle.stamp"), fingerprint(root, BUNDLED, versions), () =>
    step("bundling the server", async () => {
      const { build, stop } = await import("esbuild");
      await build({
        absWorkingDir: root,
        entryPoints: ENTRIES,
        outdir: "dist",
        outExtension: { ".js": ".mjs" },
        bundle: true,
        platform: "node",
        format: "esm",
        target: "node20",
        packages: "external",
        logLevel: "error",
        // An alias, not tsconfig's paths: with those a file that is missing would pass for a package.
        alias: {
          "@": root,
          "server-only": path.join(root, "node_modules/next/dist/compiled/server-only/empty.js"),
        },
      });
      await stop();
      const worker = path.join(root, "scripts/build-worker.mjs");
      if (existsSync(worker))
        await run(process.execPath, [worker], { cwd: root, what: "scripts/build-worker.mjs" });
    }),
  );
}

/** Builds the pages, unless nothing they are made of has changed. */
export async function buildPages(root) {
  const mark = fingerprint(root, [...ROUTES, ...BUNDLED], versions);
  const stamp = path.join(root, ".next/firsthand.stamp");
  if (!existsSync(path.join(root, ".next/BUILD_ID"))) rmSync(stamp, { force: true });
  await makeIfChanged(stamp, mark, () =>
    step("building the pages", async () => {
      await run(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "build"], {
        cwd: root,
        what: "next build",
        env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      });
      await compress(path.join(root, ".next/static"));
    }),
  );
}

/** Puts every script and style beside itself as Brotli (RFC 7932) and gzip make it smallest; lib/runtime/built-files.ts sends them. */
async function compress(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(js|css)$/.test(name));
  const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const content = await readFile(file);
      await writeFile(`${file}.br`, await brotli(content));
      await writeFile(`${file}.gz`, await zip(content, { level: 9 }));
    }),
  );
}
