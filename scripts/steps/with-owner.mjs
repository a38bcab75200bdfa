// For commands that look into the whole database, which its owner alone may do.

import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, generate } from "./build.mjs";
import { install, requireNode } from "./install.mjs";
import { say } from "./say.mjs";

/** What a command needs before anything else: the packages, the bundles, the settings. Gives the house. */
export async function openCommand(root) {
  requireNode();
  process.chdir(root);
  if (existsSync(".env")) process.loadEnvFile(".env");
  await install(root);
  await generate(root);
  await bundle(root);
  return import(pathToFileURL(path.join(root, "dist/house.mjs")).href);
}

/** The owner's address: as set, of the instance that is running, or of the embedded database, opened for as long as it takes. */
export async function withOwner(house, root, work) {
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
