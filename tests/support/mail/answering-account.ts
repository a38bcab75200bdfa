import type { Page } from "@playwright/test";
import { callDesk } from "../call-desk";
import type { MailHouse } from "./start-mail-server";

/**
 * An account of Mira's at an address that nobody else has, whose mail leaves through a real server; assistants may answer delegable
 * invitations from it.
 */
export async function makeAnsweringAccount(client: Page, house: MailHouse, address: string): Promise<void> {
  const account = await callDesk(client, "/accounts", {
    name: address,
    service: "E-mail",
    voice: "personal",
    address,
    shownName: "Mira Holt",
    assistantsAnswer: true,
  });
  const { host, port, security, username, password } = house;
  const mailbox = await callDesk(client, `/accounts/${String(account.body.id)}/mailbox`, {
    version: 1,
    host,
    port,
    security,
    username,
    password,
  });
  if (mailbox.status !== 200) throw new Error(`no mail leaves from there: ${JSON.stringify(mailbox.body)}`);
}

/** Takes away the accounts whose mail leaves through this server, so that nothing that is written afterwards would. */
export async function closeAccounts(client: Page, house: MailHouse): Promise<void> {
  const { body } = await callDesk(client, "/accounts");
  const accounts = body.accounts as { id: string; version: number; mailbox: { port: number } | null }[];
  for (const { id, version } of accounts.filter(({ mailbox }) => mailbox?.port === house.port)) {
    const removed = await callDesk(client, `/accounts/${id}/remove`, { version });
    if (removed.status !== 200) throw new Error(`an account stays: ${JSON.stringify(removed.body)}`);
  }
}
