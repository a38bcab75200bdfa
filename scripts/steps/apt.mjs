// Debian's packages, for what the tests talk to and look through.

import { existsSync } from "node:fs";
import { run } from "./run.mjs";

let lists;

/** Whether packages can be had here at all: on Debian, as root. */
export function hasApt() {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Installs packages and what they cannot do without; the lists are fetched once. apt does one thing at a time, and so must whoever calls this. */
export async function aptInstall(names, ...flags) {
  lists ??= run("apt-get", ["update", "-qq"]);
  await lists;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...flags, ...names], { env });
}
