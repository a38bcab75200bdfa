// The mail server that the integration tests send to: Exim, of Debian's packages, fetched with apt where that is possible.

import { chmodSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { aptInstall, hasApt } from "./apt.mjs";
import { run } from "./run.mjs";
import { say, step } from "./say.mjs";

const PROGRAM = "/usr/sbin/exim4";
const POLICY = "/usr/sbin/policy-rc.d";

/** Makes sure that Exim is here. False where it cannot be had (another system, not root, or another mail server lives here): said aloud. */
export async function findMailServer() {
  // It gives up root by itself, which only root can let it do.
  const isRoot = process.getuid?.() === 0;
  if (!existsSync(PROGRAM) && hasApt())
    await step("installing exim4 with apt", installExim).catch((error) => say(error.message));
  if (isRoot && existsSync(PROGRAM)) return true;
  say("Exim cannot be had here (Debian's packages, as root): mail is not tried against it");
  return false;
}

/** Nothing is started by it, now or with the machine, and no other mail server has to go for it. */
async function installExim() {
  const hasPolicy = existsSync(POLICY);
  if (!hasPolicy) {
    writeFileSync(POLICY, "#!/bin/sh\nexit 101\n");
    chmodSync(POLICY, 0o755);
  }
  try {
    await aptInstall(["exim4-daemon-light"], "--no-remove");
    if (existsSync("/etc/init.d/exim4")) await run("update-rc.d", ["exim4", "disable"]);
  } finally {
    if (!hasPolicy) rmSync(POLICY, { force: true });
  }
}
