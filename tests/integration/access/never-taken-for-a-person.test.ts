import { beforeAll, describe, expect, test } from "vitest";
import { refusalSentence } from "@/components/refusal-copy";
import { sayChecked } from "@/lib/domain/person/source";
import { checkWords } from "@/lib/queries/check-words";
import { readEvent } from "@/lib/queries/read-event";
import { readHistory } from "@/lib/queries/read-history";
import { readImports } from "@/lib/queries/read-imports";
import { readLookAlikes } from "@/lib/queries/read-known-already";
import { readPerson } from "@/lib/queries/read-person";
import { readTask } from "@/lib/queries/read-task";
import { readWhisperCard } from "@/lib/queries/read-whisper-card";
import { removeAgent } from "@/lib/use-cases/access/remove-agent";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { commentOnDraft } from "@/lib/use-cases/draft/comment-on-draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { checkField } from "@/lib/use-cases/person/check-field";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { addPromise } from "@/lib/use-cases/promise/add-promise";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { writeWeeklyNote } from "@/lib/use-cases/weekly/write-weekly-note";
import { makePerson } from "@/prisma/seed/make/make-person";
import { makeTask } from "@/prisma/seed/make/make-task";
import { booking, noWord } from "../../support/book";
import { type Cast, cast } from "../../support/cast";
import { mailsAbout } from "../../support/draft/carry-scene";
import { newDraft, origin } from "../../support/draft/scene";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";
import { card, file, preview } from "../import/files";

const at = new Date();
const place = { zone: "Europe/Berlin", locale: "en-GB" };

let people: Cast;
let noor: string;
beforeAll(async () => {
  people = await cast();
  await asSuperuser("UPDATE users SET name = 'Ana Helper' WHERE id = $1", [people.agent.userId]);
  noor = await makePerson(people.client, { name: "Noor Haddad", organization: "Haddad Studio" });
});

describe("Mira, whose assistant is Ana, and whose agent is called “Ana Helper”, is told that it was an agent", () => {
  test("whose note stands in the weekly list, and who wrote a promise down", async () => {
    const note = must(await writeWeeklyNote(people.agent, "Noor has moved.", at));
    const book = {
      text: "A book",
      whose: "client",
      dueOn: null,
      isPrivate: false,
      taskId: null,
    } as const;
    must(await addPromise(people.agent, noor, book));

    expect(note.notes).toMatchObject([{ by: "Ana Helper", role: "agent" }]);
    expect((await readPerson(people.client, noor, at))?.promises).toMatchObject([{ role: "agent" }]);
  });

  test("who called her to a draft, also in the mail, and whose words stand there meanwhile", async () => {
    const { draft, task } = await newDraft(people.client, people.assistant);
    must(await commentOnDraft(people.agent, { id: draft.id, note: "@Mira, Friday?" }, origin));
    const own = { id: draft.id, basedOn: 1, phrases: [] };
    must(await saveWords(people.agent, { ...own, text: "Dear Tomas, yes." }));
    const moved = await saveWords(people.client, { ...own, text: "Dear Tomas, no." });

    const [mail] = await mailsAbout(draft.id);
    expect(mail?.subject).toBe("Ana, an agent, asks for you: Answer Tomas");
    expect(mail?.text_body).toContain("Ana, an agent, said about the draft");
    expect((await readTask(people.client, task.id))?.draft?.called).toMatchObject({ role: "agent" });
    expect(moved).toMatchObject({ refusal: { code: "words-moved", merge: { role: "agent" } } });
  });

  test("who was quicker than she", async () => {
    const task = await makeTask(people.client, { title: "Order flowers" });
    must(await editTask(people.agent, { id: task.id, version: 1, title: "Order tulips" }));

    const late = await editTask(people.client, { id: task.id, version: 1, title: "Order roses" });

    expect(late.ok ? "" : refusalSentence(late.refusal)).toBe(
      "Ana, an agent, changed its title. Nothing of yours was done yet.",
    );
  });

  test("who greeted last time, who logged a call, and who found something right", async () => {
    const greeting = { kind: "birthday", title: "A birthday", personId: noor, tag: "delegable" } as const;
    const { task } = must(await createTask(people.client, greeting, at));
    if (task === null) throw new Error("it is not there");
    const words = "Dear Noor, may the year be kind to you.";
    must(await completeTask(people.agent, { id: task.id, version: 1, note: "", words }, at));
    must(await logContact(people.agent, noor, { at, how: "call", note: "", isPrivate: false }, at));
    const seen = await readPerson(people.client, noor, at);
    const field = { field: "organization", isRight: true };
    must(await checkField(people.agent, { id: noor, version: seen?.version ?? 0 }, field, at));

    const last = must(await checkWords(people.client, noor, "", at)).last;
    expect(last).toMatchObject({ by: "Ana Helper", role: "agent" });
    const whisper = await readWhisperCard(people.client, noor, at);
    expect(whisper?.contacts).toMatchObject([{ what: "Call", isByAgent: true }]);
    const source = (await readPerson(people.client, noor, at))?.sources.organization;
    expect(source && sayChecked(source, place)).toMatch(/^found right by Ana, an agent, /);
  });

  test("who put an entry on the calendar, who imported a file, and who merged two people", async () => {
    const twin = await makePerson(people.client, { name: "N. Haddad" });
    const kept = await makePerson(people.client, { name: "Noor H." });
    const made = must(await createEvent(people.agent, { event: booking(), ...noWord }, at));
    await preview(people.agent, [file("one.vcf", card("FN:Wei Chen"))], at);
    const both = { kept: { id: kept, version: 1 }, merged: { id: twin, version: 1 }, choices: {} };
    must(await mergePeople(people.agent, both, at));

    expect(await readEvent(people.client, made.id, null, at)).toMatchObject({
      madeBy: "Ana Helper",
      isMadeByAgent: true,
    });
    expect(must(await readImports(people.client))).toMatchObject([{ by: "Ana Helper", isByAgent: true }]);
    expect(must(await readLookAlikes(people.client, kept)).merges).toMatchObject([{ role: "agent" }]);
  });

  test("whom she has removed from the desk", async () => {
    must(await removeAgent(people.client, people.agent.userId ?? "", at));
    const everything = { who: null, refused: false, subject: null, rows: false };
    const { lines } = must(await readHistory(people.client, everything, null));

    const sentences = lines.map(({ sentence }) => sentence);
    expect(sentences).toContain("Mira removed the agent “Ana Helper” from the desk.");
  });
});
