import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import PostalMime from "postal-mime";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ProofSheet } from "@/app/(entrance)/proof/[token]/_components/proof-sheet";
import { hasWordsOf } from "@/lib/adapters/proof/hash-words";
import { judgeProof } from "@/lib/adapters/proof/judge-proof";
import { readProof } from "@/lib/auth/read-proof";
import { wordsByHand } from "@/lib/domain/draft/by-hand";
import { readHistory } from "@/lib/queries/read-history";
import { addressDraft } from "@/lib/use-cases/draft/address-draft";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { makeProofKey } from "@/lib/use-cases/proof/make-proof-key";
import { revokeProof } from "@/lib/use-cases/proof/revoke-proof";
import { revokeProofKey } from "@/lib/use-cases/proof/revoke-proof-key";
import { type Cast, cast } from "../../support/cast";
import { carry, giveMailbox, later, sendingOf } from "../../support/draft/carry-scene";
import { approve, changeAccount, look, newDraft, origin } from "../../support/draft/scene";
import { accountAt, startMoodyServer, stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
afterAll(stopServers);
const words = "Dear Tomas,\n\nI shall bring the quince jam.\n\nMira";

/** A draft that is to say "Personally written", begun by somebody in these words and approved by Mira in these. */
async function newProved(by = people.assistant, text = words, inInk?: string) {
  const { draft, accountId } = await newDraft(people.client, by, text);
  const { version } = await look(people.client, draft.id);
  must(await addressDraft(by, { id: draft.id, version }, { wantsProof: true }, new Date()));
  must(await approve(people.client, draft.id, inInk === undefined ? {} : { text: inInk }));
  const { proof } = await look(people.client, draft.id);
  if (proof === null) throw new Error("there is no proof");
  return { draftId: draft.id, accountId, proof, link: proof.url.slice(`${origin}/proof/`.length) };
}

/** What anybody with the link sees. */
async function open(link: string) {
  const read = await readProof(link, "203.0.113.7");
  const judged = judgeProof("found" in read ? read.found : null);
  const html = renderToStaticMarkup(createElement(ProofSheet, { proof: judged }));
  return { judged, html, text: html.replace(/<[^>]*>/g, " ") };
}

/** What stands on the sheet of a proof that holds. */
function checkOf({ judged }: Awaited<ReturnType<typeof open>>) {
  if (judged.kind !== "holds") throw new Error(`the proof is ${judged.kind}`);
  return judged;
}

test("What Mira typed, every word of it, she wrote personally; what Ana drafted she read and approved", async () => {
  const typed = await open((await newProved(people.client)).link);
  const drafted = await open((await newProved()).link);
  const touched = await open((await newProved(people.assistant, words, `${words} Holt`)).link);
  const rewritten = await open(
    (await newProved(people.assistant, "Sure.", "Nothing of Ana's is here now.")).link,
  );

  expect(typed.text).toContain("Mira Holt wrote this message personally, word by word.");
  expect(rewritten.text).toContain("Mira Holt wrote this message personally, word by word.");
  for (const page of [drafted, touched]) {
    expect(page.text).toContain("Mira Holt read and approved exactly these words.");
    expect(page.text).not.toContain("personally");
  }
});

test("The page has nothing of the message in it: no word, no subject, nobody it went to, no desk and no address", async () => {
  const { link, draftId } = await newProved();
  const page = await open(link);
  const { check } = checkOf(page);
  // What is signed stands there in clear as well; in base64 any three letters come up by chance.
  const html = [check.signature, check.publicKey, Buffer.from(check.payload).toString("base64")].reduce(
    (rest, coded) => rest.replaceAll(coded, ""),
    page.html,
  );

  for (const part of [
    "quince",
    "Tomas",
    "tomas@",
    "lind",
    "Dinner",
    "Ana",
    "@",
    "Account",
    "test.invalid",
    "mira-",
  ])
    expect(html.toLowerCase()).not.toContain(part.toLowerCase());
  expect(html).not.toContain(draftId);
  expect(html).not.toContain(people.desk.id);
});

test("The mail that leaves leads to its proof, and its words are the ones that were signed", async () => {
  const server = await startMoodyServer();
  const { draftId, accountId, link } = await newProved(people.client);
  await callBackDraft(people.client, draftId);
  await changeAccount(people.client, accountId, { signature: "Mira Holt\nHolt Workshop" });
  await giveMailbox(people.client, accountId, server.account);
  must(await approve(people.client, draftId));
  await later(draftId);
  expect(await carry(people.system, (await sendingOf(draftId)).id, { ca: accountAt(1).ca })).toBe("sent");

  const mail = await PostalMime.parse(server.taken[0]?.raw ?? "");
  const { proof } = await look(people.client, draftId);
  expect(mail.text).toContain(`Personally written. Check it: ${proof?.url}\n\n-- \nMira Holt\nHolt Workshop`);
  const { said } = checkOf(await open(proof?.url.slice(`${origin}/proof/`.length) ?? ""));
  expect(hasWordsOf(mail.text ?? "", said.text)).toBe(true);
  expect(hasWordsOf(mail.text?.replace("quince", "plum") ?? "", said.text)).toBe(false);
  expect((await open(link)).judged.kind).toBe("revoked");
});

test("What Mira puts elsewhere by hand leads to its proof as well, and not to one that was taken back", async () => {
  const { draft } = await newDraft(people.client, people.client, words);
  const { version } = await look(people.client, draft.id);
  const change = { way: "elsewhere", wantsProof: true } as const;
  must(await addressDraft(people.client, { id: draft.id, version }, change, new Date()));
  must(await approve(people.client, draft.id));
  const { text, proof } = await look(people.client, draft.id);
  if (proof === null) throw new Error("there is no proof");

  const copied = wordsByHand(text, { signature: "Mira Holt", proof });

  expect(copied).toBe(`${words}\n\nPersonally written. Check it: ${proof.url}\n\n-- \nMira Holt`);
  const { said } = checkOf(await open(proof.url.slice(`${origin}/proof/`.length)));
  expect(hasWordsOf(copied, said.text)).toBe(true);
  must(await revokeProof(people.client, { id: proof.id, version: proof.version }, new Date()));
  const { proof: ended } = await look(people.client, draft.id);
  expect(wordsByHand(text, { signature: "", proof: ended })).toBe(words);
});

test("An approval that was called back proves nothing", async () => {
  const { draftId, link } = await newProved();
  must(await callBackDraft(people.client, draftId));
  const { judged, text } = await open(link);

  expect(judged.kind).toBe("revoked");
  expect(text).not.toMatch(/mira|holt/i);
});

test("A link that was never given leads to nothing, whatever it looks like", async () => {
  for (const link of ["AAAAAAAAAAAAAAAAAAAAAA", "", "%00", "' OR true --", "x".repeat(5_000)]) {
    const { judged, text } = await open(link);
    expect(judged.kind).toBe("unknown");
    expect(text).not.toMatch(/mira|holt/i);
  }
});

test("With a new key the old proofs hold; with a key that Mira revokes they do not", async () => {
  const before = await newProved();
  must(await makeProofKey(people.client, new Date()));
  const after = await newProved();
  expect(checkOf(await open(before.link)).check.publicKey).not.toBe(
    checkOf(await open(after.link)).check.publicKey,
  );
  const [key] = await asSuperuser<{ id: string; version: number }>(
    "SELECT k.id, k.version FROM proof_keys k JOIN proofs p ON p.workspace_id = k.workspace_id AND p.key_id = k.id WHERE p.id = $1",
    [before.proof.id],
  );
  must(await revokeProofKey(people.client, key ?? { id: "", version: 0 }, new Date()));

  expect((await open(before.link)).text).toContain("This proof was taken back");
  expect((await open(after.link)).judged.kind).toBe("holds");
});

test("Mira takes one proof back, once and for good; Ana cannot", async () => {
  const { proof, link } = await newProved();
  const target = { id: proof.id, version: proof.version };
  for (const who of [people.assistant, people.agent])
    expect(await revokeProof(who, target, new Date())).toMatchObject({ refusal: { code: "only-client" } });
  expect(await revokeProof(people.stranger, target, new Date())).toMatchObject({
    refusal: { code: "not-found" },
  });
  expect((await open(link)).judged.kind).toBe("holds");
  must(await revokeProof(people.client, target, new Date()));

  expect((await open(link)).text).toContain("This proof was taken back");
  expect(await revokeProof(people.client, target, new Date())).toMatchObject({
    refusal: { code: "not-found" },
  });
});

test("What was changed in the database says nothing, be it the line, the signature or the key", async () => {
  const changes = [
    `payload = replace(payload, '"how":"approved"', '"how":"typed"')`,
    "payload = replace(payload, 'Mira Holt', 'Mara Holt')",
    "signed = set_byte(signed, 5, get_byte(signed, 5) # 1)",
  ];
  for (const change of changes) {
    const { link, proof } = await newProved();
    await asSuperuser(`UPDATE proofs SET ${change} WHERE id = $1`, [proof.id]);
    const { judged, text } = await open(link);
    expect(judged.kind, change).toBe("unknown");
    expect(text).not.toMatch(/m[ia]ra|holt/i);
  }
});

test("Anybody checks it without us: the command on the page says true, and so does openssl; of another line, false", async () => {
  const { check } = checkOf(await open((await newProved()).link));
  const run = (command: string) => execFileSync("/bin/sh", ["-c", command], { encoding: "utf8" }).trim();
  const line = Buffer.from(check.payload).toString("base64");
  const other = Buffer.from(check.payload.replace("Mira", "Mara")).toString("base64");

  expect(run(check.command)).toBe("true");
  expect(run(check.command.replace(line, other))).toBe("false");
  const openssl = "/usr/bin/openssl";
  if (!existsSync(openssl)) return;
  const folder = mkdtempSync(path.join(tmpdir(), "firsthand-proof-"));
  const files = { "key.der": check.publicKey, signature: check.signature, payload: line };
  for (const [name, text] of Object.entries(files))
    writeFileSync(path.join(folder, name), Buffer.from(text, "base64"));
  const verify = "pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in payload -sigfile signature";
  expect(execFileSync(openssl, verify.split(" "), { cwd: folder, encoding: "utf8" })).toMatch(
    /Verified Success/,
  );
  rmSync(folder, { recursive: true });
});

test("The story of a task tells that Mira put “Personally written” on its words, and that she took it off", async () => {
  const { draftId, proof } = await newProved();
  must(await revokeProof(people.client, { id: proof.id, version: proof.version }, new Date()));
  const { task } = await look(people.client, draftId);

  const filter = { who: null, refused: false, subject: task.id, rows: false };
  const told = must(await readHistory(people.assistant, filter, null)).lines.map((line) => line.sentence);

  expect(told).toEqual(
    expect.arrayContaining([
      "Mira put “Personally written” on the words for “Answer Tomas”.",
      "Mira took “Personally written” off the words for “Answer Tomas”.",
    ]),
  );
});
