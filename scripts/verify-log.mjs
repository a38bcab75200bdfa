#!/usr/bin/env node
// npm run verify-log: walks the history of every desk and says whether anybody has changed what was written.
// Ends with 0 when the chain is whole, 1 when it is not, 2 when it could not be looked at.

import path from "node:path";
import { fileURLToPath } from "node:url";
import { explain } from "./steps/say.mjs";
import { openCommand, withOwner } from "./steps/with-owner.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

async function verify() {
  const house = await openCommand(root);
  const report = await withOwner(house, root, house.verifyLogs);
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
