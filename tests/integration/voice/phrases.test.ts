import { expect, test } from "vitest";
import { startingPhrases } from "@/lib/domain/draft/starting-phrases";
import { readPhrases } from "@/lib/queries/read-voice";
import { addPhrase } from "@/lib/use-cases/phrase/add-phrase";
import { editPhrase } from "@/lib/use-cases/phrase/edit-phrase";
import { removePhrase } from "@/lib/use-cases/phrase/remove-phrase";
import { restorePhrase } from "@/lib/use-cases/phrase/restore-phrase";
import { startPhrases } from "@/lib/use-cases/phrase/start-phrases";
import { type Cast, cast } from "../../support/cast";
import { must } from "../../support/must";

const now = new Date();
const phrase = {
  language: "en",
  kind: "refusal",
  title: "Quiet no",
  text: "Not this time, {first name}, and thank you for thinking of me.",
} as const;

const saved = async (who: Cast["client"]) => {
  const read = await readPhrases(who);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.phrases;
};

test("Ana saves a phrase, Mira mends it, an agent takes it away and Ana brings it back", async () => {
  const { client, assistant, agent, stranger } = await cast();
  const { id } = must(await addPhrase(assistant, phrase));

  const edited = must(await editPhrase(client, { id, version: 1 }, { text: "Not this year, {first name}." }));
  expect(await saved(assistant)).toEqual([
    { ...phrase, id, version: 2, text: "Not this year, {first name}." },
  ]);
  const removed = must(await removePhrase(agent, edited, now));
  expect(await saved(client)).toEqual([]);
  expect(await editPhrase(client, removed, { title: "Gone" })).toMatchObject({
    refusal: { code: "not-found" },
  });
  must(await restorePhrase(assistant, removed));
  expect((await saved(client)).map((one) => one.title)).toEqual(["Quiet no"]);
  expect(await saved(stranger)).toEqual([]);
  expect(await removePhrase(stranger, { id, version: 4 }, now)).toMatchObject({
    refusal: { code: "not-found" },
  });
});

test("Whoever looked before somebody else wrote is told so, and nothing is lost", async () => {
  const { client, assistant } = await cast();
  const { id } = must(await addPhrase(assistant, phrase));
  must(await editPhrase(client, { id, version: 1 }, { title: "Kind no" }));

  expect(await editPhrase(assistant, { id, version: 1 }, { title: "Soft no" })).toMatchObject({
    refusal: { code: "stale", version: 2 },
  });
  expect((await saved(client)).map((one) => one.title)).toEqual(["Kind no"]);
});

test("The first phrases of a language are put in once, however often it is asked, and a removed one stays away", async () => {
  const { client, assistant } = await cast();
  const german = startingPhrases.filter((one) => one.language === "de").length;
  const both = await Promise.all([startPhrases(client, "de"), startPhrases(assistant, "de")]);

  expect(both.map((one) => (one.ok ? one.value.added : null)).sort()).toEqual([0, german].sort());
  const [first] = await saved(client);
  must(await removePhrase(client, { id: first?.id ?? "", version: 1 }, now));
  expect(must(await startPhrases(client, "de")).added).toBe(0);
  expect(await saved(client)).toHaveLength(german - 1);
  expect(await startPhrases(client, "tlh")).toMatchObject({ refusal: { code: "invalid" } });
});
