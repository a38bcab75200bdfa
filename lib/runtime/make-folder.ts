import { mkdir, stat } from "node:fs/promises";
import path from "node:path";

/**
 * Makes a folder and those above it. Node's own recursive way never ends below /proc, and on a disk that can only be read it says
 * that the folder is missing: here each is made by itself, and what the system answers is thrown as it is.
 */
export async function makeFolder(folder: string, mode: number): Promise<void> {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !(await isFolder(at)); at = path.dirname(at)) missing.unshift(at);
  for (const one of missing)
    await mkdir(one, { mode }).catch(async (error) => {
      // Another start may have made it a moment ago.
      if (!(await isFolder(one))) throw error;
    });
}

function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
