// Other people's calendar programs that read our feeds in the integration tests: Debian's packages, fetched with apt where that is possible.

import { existsSync } from "node:fs";
import { aptInstall, hasApt } from "./apt.mjs";
import { say, step } from "./say.mjs";

const PLACES = {
  vdirsyncer: "/usr/bin/vdirsyncer",
  khal: "/usr/bin/khal",
  "python3-icalendar": "/usr/lib/python3/dist-packages/icalendar",
  "python3-recurring-ical-events": "/usr/lib/python3/dist-packages/recurring_ical_events.py",
};

/** Makes sure that vdirsyncer, khal and icalendar are here. False where they cannot be had (another system, or not root): said aloud. */
export async function findCalendarReaders() {
  const missing = () => Object.keys(PLACES).filter((name) => !existsSync(PLACES[name]));
  if (missing().length > 0 && hasApt())
    await step(`installing ${missing().join(" and ")} with apt`, () => aptInstall(missing())).catch((error) =>
      say(error.message),
    );
  const still = missing();
  if (still.length === 0) return true;
  say(`${still.join(" and ")} cannot be had here (Debian's packages, as root): feeds are not read with them`);
  return false;
}
