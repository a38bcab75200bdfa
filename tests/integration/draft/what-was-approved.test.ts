import { beforeAll, describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor, Door } from "@/lib/domain/actor";
import { readForYou } from "@/lib/queries/read-for-you";
import { editAccount } from "@/lib/use-cases/account/edit-account";
import { removeAccount } from "@/lib/use-cases/account/remove-account";
import { type Addressing, addressDraft } from "@/lib/use-cases/draft/address-draft";
import { attachFile } from "@/lib/use-cases/draft/attach-file";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { releaseDraft } from "@/lib/use-cases/draft/release-draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { sayWentOut } from "@/lib/use-cases/draft/say-went-out";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { takeFileOff } from "@/lib/use-cases/draft/take-file-off";
import { type Cast, cast } from "../../support/cast";
import { approve, changeAccount, look, newAccount, newDraft, newLetter } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
const host = "firsthand.test";
const bytes = Uint8Array.from([1, 2, 3]);
const through = (actor: Actor, door: Door): Actor => ({ ...actor, door });

const words = (id: string, text: string) => ({ id, basedOn: 1, text, phrases: [] });

/** The tasks that lie before Mira. */
async function pile(): Promise<string[]> {
  return must(await readForYou(people.client, new Date())).cards.map(({ id }) => id);
}

/** An account as Mira sees it now. */
async function seenAccount(id: string): Promise<{ id: string; version: number }> {
  return must(await readAs(people.client, (tx) => tx.account.findFirstOrThrow({ where: { id } })));
}

async function edited(id: string, change: Parameters<typeof editAccount>[2]): Promise<unknown> {
  return must(await editAccount(people.client, await seenAccount(id), change));
}

/** Everything that was written down of an approval and of what waits to leave on it. */
async function standingOf(draftId: string) {
  return must(
    await readAs(people.client, async (tx) => ({
      approvals: await tx.approval.findMany({
        where: { draftId },
        select: { voidWhy: true, approvedRole: true, door: true },
      }),
      sendings: (await tx.sending.findMany({ where: { draftId }, select: { state: true } })).map(
        (one) => one.state,
      ),
    })),
  );
}

describe("Nobody approves in Mira's place", () => {
  test.each(["assistant", "agent", "system"] as const)("not her %s", async (role) => {
    const { draft } = await newDraft(people.client, people.assistant);
    const { seal } = await look(people.client, draft.id);

    const answer = await approve(people[role], draft.id, { seal });

    expect(answer).toMatchObject({ refusal: { code: "only-client-approves", clientName: "Mira Holt" } });
    expect(await standingOf(draft.id)).toEqual({ approvals: [], sendings: [] });
  });

  test.each(["api", "import"] as const)("not even she herself through the door “%s”", async (door) => {
    const { draft } = await newDraft(people.client, people.assistant);
    const { seal } = await look(people.client, draft.id);

    const answer = await approve(through(people.client, door), draft.id, { seal });

    expect(answer).toMatchObject({ refusal: { code: "only-client-approves" } });
    expect(await standingOf(draft.id)).toEqual({ approvals: [], sendings: [] });
  });

  test("but by a mail that is verified as hers she does, and that is written down", async () => {
    const { draft } = await newDraft(people.client, people.assistant);

    must(await approve(through(people.client, "mail"), draft.id));

    expect((await standingOf(draft.id)).approvals).toEqual([
      { voidWhy: null, approvedRole: "client", door: "mail" },
    ]);
  });

  test("a stranger finds no draft to approve", async () => {
    const { draft } = await newDraft(people.client, people.assistant);
    const { seal } = await look(people.client, draft.id);

    expect(await approve(people.stranger, draft.id, { seal })).toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});

test("What Mira approves is what she was shown: after Ana wrote once more nothing is sent", async () => {
  const { draft } = await newDraft(people.client, people.assistant);
  const shown = await look(people.client, draft.id);
  must(
    await saveWords(people.assistant, {
      id: draft.id,
      basedOn: 1,
      text: "Dear Tomas, I cannot come.",
      phrases: [],
    }),
  );

  const answer = await approve(people.client, draft.id, { seal: shown.seal });

  expect(answer).toEqual({ ok: false, refusal: { code: "words-changed", latest: 2 } });
  expect(await standingOf(draft.id)).toEqual({ approvals: [], sendings: [] });
});

test("Words that Mira approves twice leave once", async () => {
  const { draft } = await newDraft(people.client, people.assistant);
  const { seal } = await look(people.client, draft.id);

  const answers = await Promise.all([
    approve(people.client, draft.id, { seal }),
    approve(people.client, draft.id, { seal }),
  ]);

  expect(answers.map((answer) => (answer.ok ? "approved" : answer.refusal.code)).sort()).toEqual([
    "approved",
    "leaving",
  ]);
  expect((await standingOf(draft.id)).sendings).toEqual(["held"]);
});

describe("Whatever changes takes Mira's word back", () => {
  const addressed = (input: Addressing) => async (id: string) => {
    const { version } = await look(people.assistant, id);
    must(await addressDraft(people.assistant, { id, version }, input, new Date()));
  };
  const changes: [
    what: string,
    change: (id: string, accountId: string, fileId: string) => Promise<unknown>,
  ][] = [
    [
      "the words",
      async (id) => must(await saveWords(people.assistant, { ...words(id, "Dear Tomas, no."), voids: true })),
    ],
    [
      "words that are not ready",
      async (id) =>
        must(await saveWords(people.assistant, { ...words(id, "Dear {first name},"), voids: true })),
    ],
    [
      "words of her own",
      async (id) => must(await saveWords(people.client, { ...words(id, "Tomas, no."), voids: true })),
    ],
    [
      "words of an agent's",
      async (id) => must(await saveWords(people.agent, { ...words(id, "Tomas, no."), voids: true })),
    ],
    ["who gets it", addressed({ recipients: [{ name: "Noor", address: "noor@test.invalid", field: "to" }] })],
    ["the subject", addressed({ subject: "Another one" })],
    ["how it goes", addressed({ way: "elsewhere" })],
    ["the account", async (id) => addressed({ accountId: await newAccount(people.client) })(id)],
    ["the mark of words written personally", addressed({ wantsProof: true })],
    [
      "a file more",
      (id) => attachFile(people.assistant, { id, name: "a.txt", mediaType: "text/plain", bytes }),
    ],
    ["a file less", (_, __, file) => takeFileOff(people.assistant, { id: file, version: 1 }, new Date())],
    ["the account's signature", (_, account) => edited(account, { signature: "Mira" })],
    ["the account's name for others", (_, account) => edited(account, { shownName: "M. Holt" })],
    ["the account's address", (_, account) => edited(account, { address: "m@holt.test" })],
    [
      "the account gone",
      async (_, account) => must(await removeAccount(people.client, await seenAccount(account), new Date())),
    ],
  ];
  test.each(changes)("%s; and it lies before her again", async (_, change) => {
    const { draft, task, accountId } = await newDraft(people.client, people.assistant);
    const { id } = draft;
    const file = must(
      await attachFile(people.assistant, { id, name: "map.txt", mediaType: "text/plain", bytes }),
    );
    const before = await look(people.client, id);
    must(await approve(people.client, id));
    expect(await pile()).not.toContain(task.id);

    await change(id, accountId, file.attachmentId);

    const after = await look(people.client, id);
    expect(after).toMatchObject({ state: "draft", approval: null, sending: null });
    expect(await standingOf(id)).toMatchObject({
      approvals: [{ voidWhy: "changed" }],
      sendings: ["stopped"],
    });
    expect(await approve(people.client, id, { seal: before.seal })).toMatchObject({ ok: false });
    expect(await pile()).toContain(task.id);
  });

  test("and so does whoever undoes it for her; of what Ana had put before her, that stands", async () => {
    for (const isSubmitted of [false, true]) {
      const { draft, task } = await newDraft(people.client, people.assistant);
      if (isSubmitted) must(await submitDraft(people.assistant, { id: draft.id, latest: 1 }, new Date()));
      must(await approve(people.client, draft.id));
      expect(await pile()).not.toContain(task.id);

      must(await callBackDraft(people.assistant, draft.id));

      expect((await look(people.client, draft.id)).state).toBe(isSubmitted ? "submitted" : "draft");
      expect(await pile()).toContain(task.id);
    }
  });

  test("but words that were begun before she approved do not, unless whoever wrote them says so", async () => {
    const { draft, task } = await newDraft(people.client, people.assistant);
    must(await approve(people.client, draft.id));
    const late = words(draft.id, "Dear Tomas, half a sen");
    const no = { ok: false, refusal: { code: "let-go", state: "approved", clientName: "Mira Holt" } };

    for (const who of [people.assistant, people.agent, people.client])
      expect(await saveWords(who, late)).toEqual(no);
    expect(await saveWords(people.assistant, { ...late, basedOn: 0 })).toEqual(no);
    must(await saveWords(people.assistant, words(draft.id, (await look(people.client, draft.id)).text)));

    expect(await look(people.client, draft.id)).toMatchObject({
      state: "approved",
      latest: 1,
      sending: { state: "held" },
    });
    expect(await pile()).not.toContain(task.id);
  });

  test("but another time until which it is needed does not", async () => {
    const { draft } = await newDraft(people.client, people.assistant);
    must(await approve(people.client, draft.id));

    await addressed({ neededBy: new Date(Date.now() + 3_600_000) })(draft.id);

    expect(await look(people.client, draft.id)).toMatchObject({
      state: "approved",
      sending: { state: "held" },
    });
  });
});

test("What was not approved in time is held, whatever is asked of it, until it has another time", async () => {
  const { draft } = await newDraft(people.client, people.assistant);
  const { id } = draft;
  const [then, late] = [new Date(Date.now() - 60_000), new Date(Date.now() - 30_000)];
  must(await addressDraft(people.assistant, { id, version: 2 }, { neededBy: late }, then));
  const expired = { refusal: { code: "expired", neededBy: late.toISOString() } };

  expect(await submitDraft(people.assistant, { id, latest: 1 }, new Date())).toMatchObject(expired);
  expect(await approve(people.client, id)).toMatchObject(expired);
  expect((await look(people.client, id)).can).toMatchObject({ approve: false, submit: false, write: true });

  const { version } = await look(people.client, id);
  const past = await addressDraft(people.client, { id, version }, { neededBy: late }, new Date());
  expect(past).toMatchObject({ refusal: { code: "invalid" } });
  must(await addressDraft(people.client, { id, version }, { neededBy: null }, new Date()));
  must(await approve(people.client, id));
  expect((await look(people.client, id)).state).toBe("approved");
});

test("Gaps that nobody filled, and words to nobody, are approved by nobody", async () => {
  const { draft } = await newDraft(people.client, people.assistant, "Dear {first name}, thank you.");
  expect(await approve(people.client, draft.id)).toMatchObject({ refusal: { code: "unready" } });
  expect(await submitDraft(people.assistant, { id: draft.id, latest: 1 }, new Date())).toMatchObject({
    refusal: { code: "unready" },
  });

  const { version } = await look(people.client, draft.id);
  must(await addressDraft(people.client, { id: draft.id, version }, { recipients: [] }, new Date()));
  expect(await approve(people.client, draft.id, { text: "Dear Tomas, thank you." })).toMatchObject({
    refusal: { code: "invalid", fields: { recipients: "Say to whom this goes." } },
  });
  expect(await approve(people.client, draft.id, { text: "  " })).toMatchObject({
    refusal: { code: "invalid" },
  });
  expect((await look(people.client, draft.id)).latest).toBe(1);
});

describe("Ana sends on her own", () => {
  async function companyDraft(assistantsSend: boolean, tag: "delegable" | "must-be-you" = "delegable") {
    const { client, assistant } = people;
    const accountId = await newAccount(client, { voice: "company", assistantsSend });
    const task = await newLetter(client, { accountId, tag });
    const draft = must(
      await startDraft(assistant, { taskId: task.id, text: "Thank you for asking.", phrases: [] }),
    );
    return { id: draft.id, seal: draft.seal, accountId };
  }

  test("where Mira has given leave: the company's voice, a delegable task", async () => {
    const { id, seal } = await companyDraft(true);

    must(await releaseDraft(people.assistant, { id, seal }, new Date(), host));

    expect(await look(people.client, id)).toMatchObject({
      state: "released",
      approval: null,
      sending: { state: "held" },
    });
  });

  test("never without leave, nor what must be Mira", async () => {
    for (const { id, seal } of [await companyDraft(false), await companyDraft(true, "must-be-you")]) {
      const answer = await releaseDraft(people.assistant, { id, seal }, new Date(), host);
      expect(answer).toMatchObject({ refusal: { code: "only-client-approves" } });
      expect(await standingOf(id)).toEqual({ approvals: [], sendings: [] });
    }
  });

  test("until Mira takes the leave back, which calls the words back", async () => {
    const { id, seal, accountId } = await companyDraft(true);
    must(await releaseDraft(people.assistant, { id, seal }, new Date(), host));

    await changeAccount(people.client, accountId, { assistantsSend: false });

    expect(await look(people.client, id)).toMatchObject({ state: "draft", sending: null });
  });
});

test("Words that went out by hand complete their task, with themselves as its gesture; Ana says so only where she may", async () => {
  const accountId = await newAccount(people.client, { sendsMail: false });
  const task = await newLetter(people.client, { accountId });
  const draft = must(
    await startDraft(people.assistant, { taskId: task.id, text: "I will come.", phrases: [] }),
  );
  const went = { id: draft.id, latest: 1, note: "" };
  const notYet = await sayWentOut(people.client, went, new Date());
  must(await approve(people.client, draft.id));
  const byAna = await sayWentOut(people.assistant, went, new Date());

  must(await sayWentOut(people.client, went, new Date()));

  expect(notYet).toMatchObject({ refusal: { code: "only-client-approves" } });
  expect(byAna).toMatchObject({ refusal: { code: "must-be-you" } });
  const gesture = must(
    await readAs(people.client, (tx) => tx.gesture.findFirstOrThrow({ where: { taskId: task.id } })),
  );
  expect(gesture).toMatchObject({
    outcome: "done",
    words: "I will come.",
    draftId: draft.id,
    draftNo: 1,
    byRole: "client",
  });
  expect(await callBackDraft(people.client, draft.id)).toMatchObject({ refusal: { code: "leaving" } });
});
