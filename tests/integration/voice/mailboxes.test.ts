import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { unseal } from "@/lib/adapters/secrets/seal";
import { readAs } from "@/lib/data/transaction";
import { readAccounts } from "@/lib/queries/read-accounts";
import { addAccountSchema } from "@/lib/schemas/account";
import { addAccount } from "@/lib/use-cases/account/add-account";
import { editAccount } from "@/lib/use-cases/account/edit-account";
import { removeAccount } from "@/lib/use-cases/account/remove-account";
import { removeMailbox } from "@/lib/use-cases/account/remove-mailbox";
import { restoreAccount } from "@/lib/use-cases/account/restore-account";
import { setMailbox } from "@/lib/use-cases/account/set-mailbox";
import { tryMailbox } from "@/lib/use-cases/account/try-mailbox";
import { type Cast, cast } from "../../support/cast";
import { startMoodyServer, stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";
import { setSettings } from "../../support/settings";
import { knock } from "../fence/knock";

// The operator lets mail leave by a server on this machine, and this machine believes that server's certificate.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "localhost, 127.0.0.1" });
const machine = vi.hoisted(() => ({ ca: "" }));
vi.mock("node:tls", async (load) => {
  const tls = await load<typeof import("node:tls")>();
  const connect = (options: import("node:tls").ConnectionOptions) =>
    tls.connect({ ...options, ca: options.ca ?? machine.ca });
  return { ...tls, connect, default: { ...tls, connect } };
});

const now = new Date();
const secret = "blue-heron-42";

let people: Cast;
let id: string;
let server: { host: string; port: number; security: "tls" | "starttls"; username: string; password: string };
beforeEach(async () => {
  const { account } = await startMoodyServer();
  const { ca, ...rest } = account;
  machine.ca = ca;
  server = rest;
  people = await cast();
  const said = { name: "Mira", service: "E-mail", voice: "personal", address: "mira@example.com" };
  id = must(await addAccount(people.client, addAccountSchema.parse(said))).id;
});
afterAll(stopServers);

const account = async (who = people.client) => {
  const read = await readAccounts(who);
  return read.ok ? [...read.value.accounts, ...read.value.removed].find((one) => one.id === id) : undefined;
};
const kept = async () =>
  must(await readAs(people.client, (tx) => tx.accountMailbox.findFirst({ where: { accountId: id } })));

test("Mira’s server is kept once it has let her in, with a password that opens for this account alone", async () => {
  must(await setMailbox(people.client, id, { version: 1, ...server }, now));

  const { password: _, ...shown } = server;
  expect(await account()).toMatchObject({
    version: 2,
    sendsMail: true,
    mailbox: { ...shown, lastError: "" },
  });
  const row = await kept();
  const workspaceId = people.desk.id;
  expect(Buffer.from(row?.sealed ?? []).includes(secret)).toBe(false);
  expect(unseal(row?.sealed ?? new Uint8Array(), { what: "mailbox", workspaceId, id })).toBe(secret);
  expect(unseal(row?.sealed ?? new Uint8Array(), { what: "address-book", workspaceId, id })).toBeNull();
});

test("A wrong password is said so, at the password, in the server’s own words, and nothing is kept", async () => {
  const wrong = { version: 1, ...server, password: "grey-heron" };
  const no = {
    refusal: {
      code: "invalid",
      fields: { password: expect.stringMatching(/does not take.*Wrong password/s) },
    },
  };

  expect(await tryMailbox(people.client, { ...server, password: "grey-heron" })).toMatchObject(no);
  expect(await setMailbox(people.client, id, wrong, now)).toMatchObject(no);
  expect(await account()).toMatchObject({ version: 1, sendsMail: false, mailbox: null });
});

test("A server that is not there is said so, at the server or its port", async () => {
  await stopServers();

  expect(await tryMailbox(people.client, server)).toMatchObject({
    refusal: { code: "invalid", fields: { port: expect.stringContaining("takes no connections") } },
  });
});

test("The password comes out in no answer, to nobody", async () => {
  const { client, assistant, desk } = people;
  const doors = "/api/v1/w/[workspace]/accounts";
  const as = (who: typeof client) => ({ id: who.userId ?? "", name: who.name, token: who.proof });
  const body = { version: 1, ...server };
  const answers = [
    await knock(`POST ${doors}/[id]/mailbox`, desk.slug, id, as(client), { body }),
    await knock(`GET ${doors}`, desk.slug, id, as(client), {}),
    await knock(`GET ${doors}`, desk.slug, id, as(assistant), {}),
    await knock(`POST ${doors}/try`, desk.slug, id, as(client), {
      body: { ...server, password: "", accountId: id },
    }),
    await knock("GET /api/v1/w/[workspace]/history", desk.slug, id, as(client), {}),
    await knock("GET /api/v1/w/[workspace]/history/download", desk.slug, id, as(client), {}),
  ];

  expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 200, 200]);
  for (const { text } of answers) expect(text).not.toMatch(/blue-heron|sealed/);
});

test("Ana sees that mail leaves from there, and neither the server nor how to sign in", async () => {
  must(await setMailbox(people.client, id, { version: 1, ...server }, now));
  const onlyClient = { refusal: { code: "only-client" } };

  expect(await account(people.assistant)).toMatchObject({ sendsMail: true, mailbox: null });
  expect(await setMailbox(people.assistant, id, { version: 2, ...server }, now)).toMatchObject(onlyClient);
  expect(await removeMailbox(people.assistant, { id, version: 2 }, now)).toMatchObject(onlyClient);
  expect(await tryMailbox(people.assistant, { ...server, accountId: id, password: "" })).toMatchObject(
    onlyClient,
  );
  expect(must(await readAs(people.assistant, (tx) => tx.accountMailbox.count()))).toBe(0);
});

test("The password that is kept goes to no other server, and is asked for again there", async () => {
  must(await setMailbox(people.client, id, { version: 1, ...server }, now));
  const elsewhere = await startMoodyServer();
  const typed = { ...server, password: "", accountId: id };

  expect(await tryMailbox(people.client, typed)).toMatchObject({ ok: true });
  for (const other of [{ host: "127.0.0.1", port: elsewhere.account.port }, { username: "nils" }])
    expect(await tryMailbox(people.client, { ...typed, ...other })).toMatchObject({
      refusal: { code: "invalid", fields: { password: expect.stringContaining("goes nowhere else") } },
    });
  expect(await tryMailbox(people.client, { ...server, password: "" })).toMatchObject({
    refusal: { code: "invalid", fields: { password: "Give the password." } },
  });
});

test("That mail leaves is true exactly while a server stands: set, taken away, removed, brought back", async () => {
  const { client } = people;
  const states: [boolean, boolean][] = [];
  const look = async () => {
    const row = await kept();
    states.push([(await account())?.sendsMail ?? false, row !== null && row.removedAt === null]);
    return (await account())?.version ?? 0;
  };
  await look();
  must(await setMailbox(client, id, { version: 1, ...server }, now));
  must(await removeMailbox(client, { id, version: await look() }, now));
  expect((await kept())?.sealed).toHaveLength(0);
  must(await setMailbox(client, id, { version: await look(), ...server }, now));
  must(await removeAccount(client, { id, version: await look() }, now));
  expect((await kept())?.sealed).toHaveLength(0);
  must(await restoreAccount(client, { id, version: await look() }));
  await look();

  expect(states).toEqual([
    [false, false],
    [true, true],
    [false, false],
    [true, true],
    [false, false],
    [false, false],
  ]);
});

test("Without an address no server is set, and with a server the address stays", async () => {
  const said = { name: "Page", service: "LinkedIn", voice: "company" };
  const page = must(await addAccount(people.client, addAccountSchema.parse(said)));
  const noAddress = { refusal: { code: "invalid", fields: { address: expect.any(String) } } };
  must(await setMailbox(people.client, id, { version: 1, ...server }, now));

  expect(await setMailbox(people.client, page.id, { version: 1, ...server }, now)).toMatchObject(noAddress);
  expect(await editAccount(people.client, { id, version: 2 }, { address: "" })).toMatchObject(noAddress);
});
