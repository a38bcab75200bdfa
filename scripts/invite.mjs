#!/usr/bin/env node
// npm run invite -- ADDRESS: invites somebody to found a desk of their own, whose client they are. Mails the link where SMTP_URL
// is set, prints it where not. Ends with 0 when the invitation stands, 2 when not.

import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Advice, explain } from "./steps/say.mjs";
import { openCommand, withOwner } from "./steps/with-owner.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

async function invite([address, ...more]) {
  if (!address || more.length > 0 || address.startsWith("-"))
    throw new Advice("Whom? Give one e-mail address: npm run invite -- nia@example.com");
  const house = await openCommand(root);
  const { DATA_DIR, FIRSTHAND_URL, SMTP_URL } = house.env;
  const running = await house.readRunningInstance(DATA_DIR);
  const origin = running?.url ?? FIRSTHAND_URL;
  const { inviteClient } = await import(pathToFileURL(path.join(root, "dist/invite-client.mjs")).href);
  const how = { origin, isMailed: SMTP_URL !== undefined, at: new Date() };
  console.log(await withOwner(house, root, (ownerUrl) => inviteClient(ownerUrl, address, how)));
}

invite(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    console.error(explain(error));
    process.exit(2);
  },
);
