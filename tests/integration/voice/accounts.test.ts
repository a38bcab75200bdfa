import { expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { readAccounts } from "@/lib/queries/read-accounts";
import { addAccountSchema, editAccountSchema } from "@/lib/schemas/account";
import { addAccount } from "@/lib/use-cases/account/add-account";
import { editAccount } from "@/lib/use-cases/account/edit-account";
import { removeAccount } from "@/lib/use-cases/account/remove-account";
import { restoreAccount } from "@/lib/use-cases/account/restore-account";
import { type Cast, cast } from "../../support/cast";
import { must } from "../../support/must";

const now = new Date();
const onlyClient = { ok: false, refusal: { code: "only-client" } };
const page = addAccountSchema.parse({ name: "Holt Workshop", service: "LinkedIn", voice: "company" });

const ofDesk = async (who: Cast["client"]) => {
  const read = await readAccounts(who);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};

test("Mira adds an account, says more of it, takes it away and brings it back", async () => {
  const { client } = await cast();
  const { id } = must(await addAccount(client, page));
  const shown = {
    shownName: "Mira Holt",
    signature: "Mira Holt\nHolt Workshop",
    authorShown: "representative",
  } as const;

  const edited = must(await editAccount(client, { id, version: 1 }, shown));
  expect((await ofDesk(client)).accounts).toMatchObject([
    { ...page, ...shown, id, version: 2, sendsMail: false },
  ]);

  const removed = must(await removeAccount(client, { id, version: edited.version }, now));
  expect(await ofDesk(client)).toMatchObject({ accounts: [], removed: [{ id }] });
  expect(await editAccount(client, { id, version: removed.version }, shown)).toMatchObject({
    refusal: { code: "not-found" },
  });

  must(await restoreAccount(client, { id, version: removed.version }));
  expect(await ofDesk(client)).toMatchObject({ accounts: [{ id, ...shown }], removed: [] });
});

test("Ana and an agent read Mira’s accounts and change none; for a stranger there are none", async () => {
  const { client, assistant, agent, stranger } = await cast();
  const { id } = must(await addAccount(client, page));
  const target = { id, version: 1 };

  for (const who of [assistant, agent]) {
    expect(await addAccount(who, page)).toMatchObject(onlyClient);
    expect(await editAccount(who, target, { assistantsSend: true })).toMatchObject(onlyClient);
    expect(await removeAccount(who, target, now)).toMatchObject(onlyClient);
    expect(await ofDesk(who)).toMatchObject({
      accounts: [{ id, assistantsSend: false }],
      removed: [],
      canChange: false,
    });
  }
  expect(await editAccount(stranger, target, { name: "Mine" })).toMatchObject({
    refusal: { code: "not-found" },
  });
  expect((await ofDesk(stranger)).accounts).toEqual([]);
});

test("Leave to send on their own is for a company’s voice alone, and is off until Mira gives it", async () => {
  const { client } = await cast();
  const { id } = must(await addAccount(client, page));
  const own = must(await addAccount(client, { ...page, name: "Mira Holt", voice: "personal" }));

  expect((await ofDesk(client)).accounts.map((one) => one.assistantsSend)).toEqual([false, false]);
  expect(await editAccount(client, { id: own.id, version: 1 }, { assistantsSend: true })).toMatchObject({
    refusal: { code: "invalid", fields: { assistantsSend: expect.stringContaining("personal voice") } },
  });
  expect(
    await editAccount(client, { id: own.id, version: 1 }, { authorShown: "representative" }),
  ).toMatchObject({
    refusal: { code: "invalid", fields: { authorShown: expect.any(String) } },
  });
  const { version } = must(await editAccount(client, { id, version: 1 }, { assistantsSend: true }));
  expect(await editAccount(client, { id, version }, { voice: "personal" })).toMatchObject({
    refusal: { code: "invalid" },
  });
  must(await editAccount(client, { id, version }, { voice: "personal", assistantsSend: false }));
});

test("Two of Mira’s windows do not write over one another", async () => {
  const { client } = await cast();
  const { id } = must(await addAccount(client, page));
  const both = await Promise.all([
    editAccount(client, { id, version: 1 }, { signature: "Mira" }),
    editAccount(client, { id, version: 1 }, { signature: "M. Holt" }),
  ]);

  expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
  expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: "stale", version: 2 } });
});

test("What is tried in vain is remembered; what is changed stands in the history", async () => {
  const { client, assistant } = await cast();
  const { id } = must(await addAccount(client, page));
  await editAccount(assistant, { id, version: 1 }, { name: "Ana’s page" });

  const log = await readAs(
    client,
    (tx) => tx.$queryRaw`
    SELECT verb, refusal FROM log_entries WHERE workspace_id = ${client.workspace.id}::uuid AND subject = 'account' ORDER BY seq`,
  );
  expect(must(log)).toEqual([
    { verb: "add-account", refusal: null },
    { verb: "edit-account", refusal: "only-client" },
  ]);
});

test.each([
  ["http://example.com/page", false],
  ["https://user:secret@example.com/", false],
  ["javascript:alert(1)", false],
  ["example.com", false],
  ["https://www.example.com/messaging", true],
  ["", true],
])("A page to open is reached by https alone: %s", (pageUrl, isGood) => {
  expect(editAccountSchema.safeParse({ version: 1, pageUrl }).success).toBe(isGood);
});

test.each([
  ["mira@example.com", true],
  ["Mira <mira@example.com>", false],
  ["mira@example.com\r\nBcc: all@example.com", false],
  ["", true],
])("An address is an address, and nothing besides: %j", (address, isGood) => {
  expect(editAccountSchema.safeParse({ version: 1, address }).success).toBe(isGood);
});
