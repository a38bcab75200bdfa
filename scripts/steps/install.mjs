// Installs the packages when what is there is not what package-lock.json says.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { run } from "./run.mjs";
import { Advice, step } from "./say.mjs";

const OLDEST = { 20: 19, 22: 12 };

/** Refuses a Node that is too old, saying which to get. Written so that very old ones can still read it. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const oldest = OLDEST[major];
  if (major >= 24 || (oldest !== undefined && minor >= oldest)) return;
  throw new Advice(
    `Firsthand needs Node 20.19, 22.12, 24 or newer; this is ${version}. Get one from https://nodejs.org`,
  );
}

/** Installs if needed. `forTests` also asks for the packages that only the tests use. */
export async function install(root, { forTests = false } = {}) {
  if (isInstalled(root, forTests)) return;
  await step("installing packages", async () => {
    try {
      await npm(root, "ci");
    } catch (error) {
      // npm ci refuses a lock file that lacks another platform's packages, which some mirrors cannot name.
      if (!/EUSAGE/.test(error.words ?? "")) throw error;
      await npm(root, "install", "--no-save");
    }
  });
}

function npm(root, ...words) {
  const script = process.env.npm_execpath;
  const [command, first] = script && existsSync(script) ? [process.execPath, [script]] : ["npm", []];
  const flags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  // A production setting of the surrounding shell must not leave the builders out.
  const env = { NODE_ENV: "development" };
  return run(command, [...first, ...words, ...flags], { cwd: root, what: `npm ${words.join(" ")}`, env });
}

/** Compares npm's own record of what it installed with the lock file, package by package. */
function isInstalled(root, forTests) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const present = readPackages(path.join(root, "node_modules", ".package-lock.json"));
  if (!wanted) throw new Advice("package-lock.json is missing; this is not a complete copy of Firsthand.");
  if (!present) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "") return true;
    const there = present[place];
    if (!there) return entry.optional || entry.devOptional || entry.peer || (entry.dev && !forTests);
    return there.version === entry.version && existsSync(path.join(root, place, "package.json"));
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}
