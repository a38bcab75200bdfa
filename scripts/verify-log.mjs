#!/usr/bin/env node
// npm run verify-log: walks the history of every desk and says whether anybody has changed what was written.
// Ends with 0 when the chain is whole, 1 when it is not, 2 when it could not be looked at.

import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle, generate } from "./steps/build.mjs";
import { install, requireNode } from "./steps/install.mjs";
import { explain, say } from "./steps/say.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The owner's address: as set, of the instance that is running, or of the embedded database, opened for as long as it takes. */
async function withOwner(house, work) {
  const { DATABASE_OWNER_URL, DATABASE_URL, DATA_DIR, FIRSTHAND_URL } = house.env;
  const given = DATABASE_OWNER_URL ?? DATABASE_URL;
  if (given) return work(given);
  const running = await house.readRunningInstance(DATA_DIR);
  if (running?.ownerUrl) return work(running.ownerUrl);
  const directory = path.resolve(DATA_DIR, "postgres");
  if (!existsSync(directory))
    throw new Error(`There is no database in ${DATA_DIR} yet. Start Firsthand once: npm start`);
  const lock = await house.takeInstanceLock(DATA_DIR, FIRSTHAND_URL);
  try {
    const binaries = await house.findEmbeddedBinaries(root);
    const cluster = await house.startCluster({ directory, binaries, say });
    try {
      return await work(await house.makeDatabase(cluster.superuserUrl, "firsthand"));
    } finally {
      await cluster.stop();
    }
  } finally {
    await lock.release();
  }
}

async function verify() {
  requireNode();
  process.chdir(root);
  if (existsSync(".env")) process.loadEnvFile(".env");
  await install(root);
  await generate(root);
  await bundle(root);
  const house = await import(pathToFileURL(path.join(root, "dist/house.mjs")).href);
  const report = await withOwner(house, house.verifyLogs);
  console.log(house.sayLogReport(report));
  return report.breaks.length === 0 ? 0 : 1;
}

verify().then(
  (code) => process.exit(code),
  (error) => {
    console.error(explain(error));
    process.exit(2);
  },
);
