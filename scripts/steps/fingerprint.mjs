// Whether something has changed since it was last made: a hash of its sources, kept in a stamp file.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The hash of files and folders (recursively; missing ones count as such) and of any extra words. */
export function fingerprint(root, places, extra = []) {
  const hash = createHash("sha256");
  for (const word of extra) hash.update(`${word}\0`);
  for (const place of places)
    for (const file of walk(path.join(root, place)))
      hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function walk(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => walk(path.join(place, name)));
}

/** Makes a thing again when its sources changed. The stamp goes first and comes back last, so half a thing is never believed. */
export async function makeIfChanged(stamp, mark, make) {
  if (readText(stamp) === mark) return false;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, mark);
  return true;
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
