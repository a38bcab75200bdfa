// The CardDAV and CalDAV servers that the integration tests talk to: Debian's packages, fetched with apt where that is possible.

import { existsSync } from "node:fs";
import path from "node:path";
import { aptInstall, hasApt } from "./apt.mjs";
import { say, step } from "./say.mjs";

const SERVERS = ["radicale", "xandikos"];

/** Makes sure that Radicale and Xandikos are here. False where they cannot be had (another system, or not root): said aloud. */
export async function findDavServers() {
  const missing = () => SERVERS.filter((name) => !isOnPath(name));
  if (missing().length > 0 && hasApt())
    await step(`installing ${missing().join(" and ")} with apt`, () => aptInstall(missing())).catch((error) =>
      say(error.message),
    );
  const still = missing();
  if (still.length === 0) return true;
  say(
    `${still.join(" and ")} cannot be had here (Debian's packages, as root): address books and calendars are not tried against them`,
  );
  return false;
}

function isOnPath(name) {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
}
