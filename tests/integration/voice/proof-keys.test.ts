import { expect, test } from "vitest";
import { signPayload, verifyPayload } from "@/lib/adapters/proof/keys";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { readProofKeys } from "@/lib/queries/read-proof-keys";
import { ensureProofKey } from "@/lib/use-cases/proof/ensure-proof-key";
import { makeProofKey } from "@/lib/use-cases/proof/make-proof-key";
import { revokeProofKey } from "@/lib/use-cases/proof/revoke-proof-key";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

const now = new Date();

const keys = async (who: Actor) => {
  const read = await readProofKeys(who);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.keys;
};
const ensure = async (client: Actor) =>
  must(
    await writeAs(client, "approve-draft", { kind: "draft", id: null }, async (tx) =>
      granted(await ensureProofKey(tx, client, now)),
    ),
  ).value;
const hex = (text = "") => Uint8Array.from(Buffer.from(text, "hex"));

test("The first proof makes a key, the next ones sign with the same", async () => {
  const { client } = await cast();
  const [one, two] = [await ensure(client), await ensure(client)];
  const [key, ...more] = await keys(client);

  expect([one.id, two.id, more.length]).toEqual([key?.id, key?.id, 0]);
  expect(verifyPayload("words", signPayload("words", two.privateKey), hex(key?.publicKey))).toBe(true);
});

test("A new key signs from now on; the old one is retired, and what it signed still verifies", async () => {
  const { client } = await cast();
  const old = await ensure(client);
  const signed = signPayload("words", old.privateKey);
  const made = must(await makeProofKey(client, now));

  expect((await ensure(client)).id).toBe(made.id);
  const [first, second] = await keys(client);
  expect([first?.id, first?.retiredAt, second?.id, second?.retiredAt]).toEqual([
    made.id,
    null,
    old.id,
    now.toISOString(),
  ]);
  expect([second?.revokedAt, verifyPayload("words", signed, hex(second?.publicKey))]).toEqual([null, true]);
});

test("A revoked key stays revoked and signs nothing: the next proof has a new one", async () => {
  const { client } = await cast();
  const old = await ensure(client);
  must(await revokeProofKey(client, { id: old.id, version: 1 }, now));

  expect(await keys(client)).toMatchObject([{ id: old.id, revokedAt: now.toISOString() }]);
  expect(await revokeProofKey(client, { id: old.id, version: 2 }, now)).toMatchObject({
    refusal: { code: "not-found" },
  });
  expect((await ensure(client)).id).not.toBe(old.id);
  expect(await keys(client)).toHaveLength(2);
});

test("Ana, an agent and a stranger neither see nor make nor revoke Mira’s keys", async () => {
  const { client, assistant, agent, stranger } = await cast();
  const { id } = must(await makeProofKey(client, now));

  for (const who of [assistant, agent]) {
    expect(await keys(who)).toEqual([]);
    expect(await makeProofKey(who, now)).toMatchObject({ refusal: { code: "only-client" } });
    expect(must(await readAs(who, (tx) => tx.proofKey.count()))).toBe(0);
  }
  for (const who of [assistant, agent, stranger])
    expect(await revokeProofKey(who, { id, version: 1 }, now)).toMatchObject({
      refusal: { code: "not-found" },
    });
  expect(await keys(client)).toMatchObject([{ id, revokedAt: null }]);
});

test("Two windows that make a key at once leave one that signs", async () => {
  const { client } = await cast();
  const both = await Promise.all([makeProofKey(client, now), makeProofKey(client, now)]);

  expect(both.every((one) => one.ok)).toBe(true);
  expect((await keys(client)).filter((key) => key.retiredAt === null)).toHaveLength(1);
});

test("The private half is nowhere to be read, and one that does not open any more is retired for a new one", async () => {
  const { client } = await cast();
  const old = await ensure(client);
  const row = must(await readAs(client, (tx) => tx.proofKey.findFirst({ where: { id: old.id } })));
  expect(Buffer.from(row?.sealed ?? []).includes(Buffer.from(old.privateKey, "base64").subarray(-32))).toBe(
    false,
  );
  expect(JSON.stringify(await keys(client))).not.toContain("sealed");

  await asSuperuser("UPDATE proof_keys SET sealed = decode('00', 'hex') WHERE id = $1", [old.id]);

  const next = await ensure(client);
  expect(next.id).not.toBe(old.id);
  expect(await keys(client)).toMatchObject([
    { id: next.id, retiredAt: null },
    { id: old.id, revokedAt: null },
  ]);
});
