import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { setEventPrivacy } from "@/lib/use-cases/calendar/set-event-privacy";
import { recordCheck } from "@/lib/use-cases/check/record-check";
import { editContact } from "@/lib/use-cases/contact/edit-contact";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { receiveInvitation } from "@/lib/use-cases/invitation/receive-invitation";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { addRelation } from "@/lib/use-cases/person/add-relation";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";
import { makeTouchTasks } from "@/lib/use-cases/person/make-touch-tasks";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { setTouch } from "@/lib/use-cases/person/set-touch";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { booking, noWord } from "../../support/book";
import { type Cast, cast } from "../../support/cast";
import { whereRead } from "../../support/fence/everything-read";
import { googleInvite } from "../../support/invitations/google";
import { asked } from "../../support/invitations/scene";
import { must } from "../../support/must";
import { ask, checkOf, confirmed } from "../check/scene";
import { card, confirm, file, preview } from "../import/files";

// What the program wrote down while something was open to everybody, and somebody or something became private afterwards. Every line first finds
// the words where Ana reads them, so that it can fail; then nowhere.

const at = new Date("2026-12-03T12:00:00Z");
const noonOf = (day: string) => ({ start: `${day}T12:00`, end: `${day}T13:00` });
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);
const word = /Noor|Haddad/i;
const address = "noor@haddad.test";

/** Somebody becomes private, or something; gives the way back where there is one. */
type Hide = () => Promise<(() => Promise<unknown>) | null>;
/** How it was written down, and how it is made private; `when` is when it is read. */
type Made = { hide: Hide; when?: Date };
type Make = (people: Cast) => Promise<Made>;

async function noor({ client }: Cast, more: object = {}): Promise<{ id: string; hide: Hide }> {
  const emails = [{ value: address, label: "" }];
  const { id } = must(await addPerson(client, { name: "Noor Haddad", emails, ...more }, at));
  return { id, hide: hidePerson(client, id, 1) };
}

function hidePerson(client: Cast["client"], id: string, version: number): Hide {
  return async () => {
    const hidden = must(await setPersonPrivacy(client, { id, version }, true));
    return () => setPersonPrivacy(client, { id, version: hidden.version }, false);
  };
}

/** Mira writes somebody down, in private, whom nobody knew so far. */
const meetInPrivate =
  ({ client }: Cast): Hide =>
  async () => {
    const emails = [{ value: address, label: "" }];
    const { id } = must(await addPerson(client, { name: "Noor Haddad", isPrivate: true, emails }, at));
    return () => setPersonPrivacy(client, { id, version: 1 }, false);
  };

const guest = (name: string, email: string, personId: string | null = null) => ({ name, email, personId });
const joon = guest("Joon Park", "joon@test.invalid");

/** A lunch tomorrow with these, and its double-check. */
async function checkedLunch({ client, system }: Cast, guests: ReturnType<typeof guest>[]): Promise<string> {
  const event = booking({ summary: "Lunch", ...noonOf("2026-12-04"), guests });
  const { id } = must(await createEvent(client, { event, ...noWord }, at));
  expect(await ask(system, at)).toBe(1);
  return id;
}

async function invited({ client }: Cast): Promise<string> {
  const organiser = { name: "Noor Haddad", address };
  const mail = googleInvite(
    asked("mira@test.invalid", {
      uid: randomUUID(),
      organiser,
      startsAt: "2026-12-10T09:00:00Z",
      endsAt: "2026-12-10T10:00:00Z",
    }),
  );
  const { outcomes } = must(await receiveInvitation(client, Buffer.from(mail), at));
  return outcomes[0]?.taskId ?? "";
}

const wrote = {
  text: "Could you call me?",
  from: "Noor Haddad",
  receivedAt: null,
  service: "mail",
  url: null,
};

const lines: Record<string, Make> = {
  "who comes, on an open double-check": async (people) => {
    const { id, hide } = await noor(people);
    await checkedLunch(people, [joon, guest("Noor Haddad", "", id)]);
    return { hide };
  },
  "who comes, where nobody knew them": async (people) => {
    await checkedLunch(people, [joon, guest("Noor Haddad", address)]);
    return { hide: meetInPrivate(people) };
  },
  "with whom it was confirmed": async (people) => {
    const { id, hide } = await noor(people);
    await checkedLunch(people, [joon, guest("Noor Haddad", "", id)]);
    const { id: task, version } = await checkOf(people.assistant);
    const input = { ...confirmed, confirmed: ["date" as const], withWhom: "Joon Park and Noor Haddad" };
    must(await recordCheck(people.assistant, { id: task, version, ...input }, at));
    return { hide };
  },
  "with whom alone it was confirmed": async (people) => {
    const { id, hide } = await noor(people);
    await checkedLunch(people, [guest("Noor Haddad", "", id)]);
    const { id: task, version } = await checkOf(people.assistant);
    must(
      await recordCheck(people.assistant, { id: task, version, ...confirmed, withWhom: "Noor Haddad" }, at),
    );
    return { hide };
  },
  "an invitation of somebody known": async (people) => {
    const { hide } = await noor(people);
    await invited(people);
    return { hide };
  },
  "an invitation of somebody whom nobody knew": async (people) => {
    await invited(people);
    return { hide: meetInPrivate(people) };
  },
  "the same, answered by now": async (people) => {
    const id = await invited(people);
    must(await moveTask(people.client, { id, version: 1, to: "assistant" }));
    must(await completeTask(people.client, { id, version: 2, note: "By phone" }, at));
    return { hide: meetInPrivate(people) };
  },
  "a message that Mira handed in, of somebody whom nobody knew": async (people) => {
    await makeTask(people.client, { kind: "personal-reply", title: "Answer a letter", message: wrote }, at);
    return { hide: meetInPrivate(people) };
  },
  "a birthday’s task": async (people) => {
    const { hide } = await noor(people, {
      dates: [{ kind: "birthday", label: "", month: 12, day: 12, year: 1986, leadDays: 30 }],
    });
    must(await makeDueTasks(people.system, later(2)));
    return { hide };
  },
  "a task to keep in touch": async (people) => {
    const { id } = await noor(people);
    must(await setTouch(people.client, { id, version: 1 }, { cadenceDays: 10 }));
    must(await makeTouchTasks(people.system, later(400)));
    return { hide: hidePerson(people.client, id, 2), when: later(400) };
  },
  "a relation of somebody who stays open": async (people) => {
    const { id, hide } = await noor(people);
    const other = must(await addPerson(people.client, { name: "Tomas Lind" }, at));
    must(await addRelation(people.client, other.id, { otherId: id, kind: "friend" }));
    return { hide };
  },
  "a merge": async (people) => {
    const { id } = await noor(people);
    const twin = must(await addPerson(people.client, { name: "N. Haddad" }, at));
    const [kept, merged] = [id, twin.id].map((one) => ({ id: one, version: 1 }));
    if (kept && merged) must(await mergePeople(people.client, { kept, merged, choices: {} }, at));
    return { hide: hidePerson(people.client, id, 2) };
  },
  "a file that Ana imported": async (people) => {
    const dry = await preview(people.assistant, [file("mine.vcf", card("FN:Noor Haddad", "UID:n"))], at);
    await confirm(people.assistant, dry.id, at);
    const [row] = must(
      await readAs(people.client, (tx) => tx.person.findMany({ select: { id: true, version: true } })),
    );
    return { hide: hidePerson(people.client, row?.id ?? "", row?.version ?? 0) };
  },
  "the last contact, on a card to keep in touch": async (people) => {
    const { client, system } = people;
    const tomas = must(await addPerson(client, { name: "Tomas Lind" }, at));
    must(await setTouch(client, { id: tomas.id, version: 1 }, { cadenceDays: 10 }));
    const call = { how: "call", note: "About Noor’s move", isPrivate: false, at } as const;
    const { id } = must(await logContact(client, tomas.id, call, at));
    must(await makeTouchTasks(system, later(400)));
    return {
      when: later(400),
      hide: async () => {
        const hidden = must(await editContact(client, { id, version: 1 }, { isPrivate: true }, later(400)));
        return () => editContact(client, { id, version: hidden.version }, { isPrivate: false }, later(400));
      },
    };
  },
  "the last meeting, on a card to keep in touch": async (people) => {
    const { client, system } = people;
    const tomas = must(await addPerson(client, { name: "Tomas Lind" }, at));
    must(await setTouch(client, { id: tomas.id, version: 1 }, { cadenceDays: 10 }));
    const event = booking({
      summary: "At Noor’s",
      ...noonOf("2026-12-04"),
      guests: [guest("Tomas Lind", "", tomas.id)],
    });
    const { id } = must(await createEvent(client, { event, ...noWord }, at));
    must(await makeTouchTasks(system, later(400)));
    return {
      when: later(400),
      hide: async () => {
        const { version } = must(await setEventPrivacy(client, { id, version: 1, isPrivate: true }, at));
        return () => setEventPrivacy(client, { id, version, isPrivate: false }, at);
      },
    };
  },
};

describe("Made private afterwards", () => {
  test.each(Object.entries(lines))("%s", async (_, make) => {
    const people = await cast(at);
    const { client, assistant, agent } = people;
    const { hide, when = at } = await make(people);
    const read = (actor: Cast["client"]) => whereRead(actor, when, word);
    const before = await read(assistant);
    expect(before, "Ana has read of it").not.toEqual([]);

    const open = await hide();

    expect(await read(assistant)).toEqual([]);
    expect(await read(agent)).toEqual([]);
    expect((await read(client)).length).toBeGreaterThan(0);
    if (open === null) return;
    await open();
    expect(await read(assistant)).toEqual(
      expect.arrayContaining(before.filter((where) => where !== "queue")),
    );
  });
});
