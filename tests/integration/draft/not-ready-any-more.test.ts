import { beforeAll, describe, expect, test } from "vitest";
import { readForYou } from "@/lib/queries/read-for-you";
import { readHistory } from "@/lib/queries/read-history";
import { addressDraft } from "@/lib/use-cases/draft/address-draft";
import { askForChanges } from "@/lib/use-cases/draft/ask-for-changes";
import { expireDrafts } from "@/lib/use-cases/draft/expire-drafts";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { saveVoice } from "@/lib/use-cases/voice/save-voice";
import { type Cast, cast } from "../../support/cast";
import { look, newDraft, origin } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
const sheet = (neverWords: string[]) =>
  saveVoice(people.client, {
    circle: "",
    version: null,
    greeting: "",
    signOff: "",
    neverWords,
    mostWords: 12,
  });
beforeAll(async () => {
  people = await cast();
  must(await sheet(["leverage"]));
});
const now = () => new Date();
const pile = async () => must(await readForYou(people.client, now())).cards.map(({ id }) => id);

/** Ana's words, put before Mira. */
async function submitted() {
  const { draft, task } = await newDraft(people.client, people.assistant, "Dear Tomas, I will come.");
  must(await submitDraft(people.assistant, { id: draft.id, latest: 1 }, now()));
  expect(await pile()).toContain(task.id);
  return { id: draft.id, taskId: task.id };
}

describe("What lies before Mira is ready", () => {
  test.each([
    ["a gap", "Dear {first name}, half a sen"],
    ["a word she never uses", "Dear Tomas, we leverage it."],
    ["more words than are allowed", "I will come ".repeat(9)],
    ["nothing at all", " "],
  ])("Ana, who writes %s into it, has it with her again", async (_, text) => {
    for (const who of [people.assistant, people.agent]) {
      const { id, taskId } = await submitted();

      const saved = must(await saveWords(who, { id, basedOn: 1, text, phrases: [] }));

      expect(saved).toMatchObject({ latest: 2, state: "draft" });
      expect(await look(who, id)).toMatchObject({ text, state: "draft", can: { takeBack: false } });
      expect(await pile()).not.toContain(taskId);
    }
  });

  test("and History says so; as soon as it is ready she submits it again", async () => {
    const { id, taskId } = await submitted();
    must(await saveWords(people.assistant, { id, basedOn: 1, text: "Dear {first name},", phrases: [] }));
    const filter = { who: null, refused: false, subject: null, rows: false };
    const told = must(await readHistory(people.client, filter, null)).lines.map(({ sentence }) => sentence);
    expect(told).toContain("Ana took the draft for “Answer Tomas” back to work on it.");
    expect(told).toContain("“Answer Tomas” is with the assistant.");

    must(await saveWords(people.assistant, { id, basedOn: 2, text: "Dear Tomas,", phrases: [] }));
    must(await submitDraft(people.assistant, { id, latest: 3 }, now()));

    expect(await pile()).toContain(taskId);
  });

  test("nor does it lie there again once it has another time, after it was not approved by the first", async () => {
    for (const [text, state] of [
      ["Dear {first name},", "draft"],
      ["Dear Tomas,", "submitted"],
    ] as const) {
      const { id, taskId } = await submitted();
      const late = new Date(Date.now() - 30_000);
      const { version } = await look(people.client, id);
      const then = new Date(late.getTime() - 30_000);
      must(await addressDraft(people.assistant, { id, version }, { neededBy: late }, then));
      must(await expireDrafts(people.system, origin));
      must(await saveWords(people.assistant, { id, basedOn: 1, text, phrases: [] }));

      const expired = await look(people.client, id);
      must(await addressDraft(people.assistant, { id, version: expired.version }, { neededBy: null }, now()));

      expect(expired.state).toBe("expired");
      expect((await look(people.client, id)).state).toBe(state);
      expect((await pile()).includes(taskId)).toBe(state === "submitted");
    }
  });

  test("other words that are ready stay before her, and so do whatever she writes herself", async () => {
    const { id, taskId } = await submitted();
    const write = (who = people.client, basedOn = 1, text = "") =>
      saveWords(who, { id, basedOn, text, phrases: [] });

    must(await write(people.assistant, 1, "Dear Tomas, gladly."));
    must(await write(people.client, 2, "Dear Tomas, let us leverage {first name}."));

    expect(await look(people.client, id)).toMatchObject({ latest: 3, state: "submitted" });
    expect(await pile()).toContain(taskId);
  });
});

test("Mira, who takes back that she asked for changes, is not held to her own sheet; Ana, who submits the same, is", async () => {
  const [hers, anas] = [await submitted(), await submitted()];
  for (const { id } of [hers, anas]) {
    must(
      await saveWords(people.client, { id, basedOn: 1, text: "Dear {first name}, leverage.", phrases: [] }),
    );
    must(await askForChanges(people.client, { id, latest: 2, reason: "Shorter" }, origin));
  }

  must(await submitDraft(people.client, { id: hers.id, latest: 2 }, now()));
  const asked = await submitDraft(people.assistant, { id: anas.id, latest: 2 }, now());

  expect(await pile()).toContain(hers.taskId);
  expect(asked).toMatchObject({ refusal: { code: "unready" } });
  expect(await pile()).not.toContain(anas.taskId);
});
