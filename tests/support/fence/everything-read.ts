import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { listTasks } from "@/lib/queries/list-tasks";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readCheck } from "@/lib/queries/read-check";
import { readDraftOfTask } from "@/lib/queries/read-draft-of-task";
import { readEvent } from "@/lib/queries/read-event";
import { readEventCards } from "@/lib/queries/read-event-cards";
import { readForYou } from "@/lib/queries/read-for-you";
import { readHistory } from "@/lib/queries/read-history";
import { readImport } from "@/lib/queries/read-import";
import { readInvitation } from "@/lib/queries/read-invitation";
import { readPeople } from "@/lib/queries/read-people";
import { readPerson } from "@/lib/queries/read-person";
import { readTask } from "@/lib/queries/read-task";
import { readViews } from "@/lib/queries/read-views";
import { readWeeklyPage } from "@/lib/queries/read-weekly-list";
import { searchDesk } from "@/lib/queries/search-desk";
import { must } from "../must";

const states = ["inbox", "assistant", "client", "scheduled", "waiting", "done", "declined"] as const;
const noFilter = { q: "", kind: null, tag: null, personId: null, overdue: false } as const;

/** What somebody reads of a desk, by where they read it: every list, and the page of everything that is in one. As text. */
async function everythingRead(actor: Actor, at: Date): Promise<Record<string, string>> {
  const ids = must(
    await readAs(actor, async (tx) => ({
      tasks: (await tx.task.findMany({ select: { id: true } })).map(({ id }) => id),
      events: (await tx.event.findMany({ select: { id: true } })).map(({ id }) => id),
      people: (await tx.person.findMany({ select: { id: true } })).map(({ id }) => id),
      imports: (await tx.import.findMany({ select: { id: true } })).map(({ id }) => id),
    })),
  );
  const each = <T>(list: string[], read: (id: string) => Promise<T>) => Promise.all(list.map(read));
  const day = (days: number) => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const lists = states.flatMap((state) =>
    [false, true].map((snoozed) => listTasks(actor, { ...noFilter, state, snoozed }, null, at)),
  );
  const read: Record<string, unknown> = {
    queue: await Promise.all(lists),
    tasks: await each(ids.tasks, (id) => readTask(actor, id)),
    checks: await each(ids.tasks, (id) => readCheck(actor, id, at)),
    invitations: await each(ids.tasks, (id) => readInvitation(actor, id, at)),
    drafts: await each(ids.tasks, (id) => readDraftOfTask(actor, id, at, "https://desk.example")),
    "for you": await readForYou(actor, at),
    calendar: await readCalendar(actor, day(-10), day(40), at),
    events: await each(ids.events, (id) => readEvent(actor, id, null, at)),
    "whisper cards": await each(ids.events, (id) => readEventCards(actor, id, at)),
    people: await readPeople(actor, { q: "", circle: null, cursor: null }, at),
    "people's pages": await each(ids.people, (id) => readPerson(actor, id, at)),
    search: await searchDesk(actor, "Noor"),
    history: must(await readHistory(actor, { who: null, refused: false, subject: null, rows: true }, null))
      .lines,
    weekly: await readWeeklyPage(actor, 30, at),
    imports: await each(ids.imports, (id) => readImport(actor, id, { show: null, after: -1 })),
    views: await readViews(actor),
  };
  return Object.fromEntries(Object.entries(read).map(([where, what]) => [where, JSON.stringify(what)]));
}

/** Where somebody reads these words. */
export async function whereRead(actor: Actor, at: Date, words: RegExp): Promise<string[]> {
  const read = await everythingRead(actor, at);
  return Object.keys(read).filter((where) => words.test(read[where] ?? ""));
}
