import { setTimeout } from "node:timers/promises";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { endSessionByToken, renamePerson } from "@/lib/data/auth-store";
import { closeAppDatabase } from "@/lib/data/client";
import { findHolder } from "@/lib/data/who-is";
import type { Actor } from "@/lib/domain/actor";
import type { DeskColour } from "@/lib/domain/workspace/view";
import { type DemoClock, demoClock } from "./demo/demo-clock";
import type { DemoDayTask, DemoTask } from "./demo/demo-task";
import { jonasPeople, jonasTasks } from "./demo/jonas";
import { type DemoCalendar, miraCalendar } from "./demo/mira-calendar";
import {
  type DemoDraft,
  type DemoQuestion,
  miraDrafts,
  miraQuestions,
  miraWordTasks,
} from "./demo/mira-drafts";
import { miraEvents } from "./demo/mira-events";
import { type DemoKnown, miraKnown } from "./demo/mira-known";
import { miraDayTasks, miraOpenTasks } from "./demo/mira-open-tasks";
import { miraOtherTasks } from "./demo/mira-other-tasks";
import { type DemoPerson, miraPeople } from "./demo/mira-people";
import { type DemoVoice, miraAccounts, miraVoice } from "./demo/mira-voice";
import { playCalendar } from "./demo/play-calendar";
import { playDraft, playQuestion } from "./demo/play-drafts";
import { type DemoCircle, playCircles, playKnown, playWeekly } from "./demo/play-known";
import { findStanding, playDayTask, playTask, type Stage } from "./demo/play-task";
import { playVoice } from "./demo/play-voice";
import { addressOf } from "./make/address-of";
import { type AccountToMake, makeAccount } from "./make/make-account";
import { makeAgent } from "./make/make-agent";
import { makeDesk } from "./make/make-desk";
import { type EventToMake, makeEvent } from "./make/make-event";
import { makeAssistant } from "./make/make-member";
import { makePerson, peopleByName } from "./make/make-person";
import { actAs, makeSession } from "./make/make-session";
import { type MadeUser, makeUser } from "./make/make-user";

const ZONE = "Europe/Berlin";
/** What a desk's founder is called until the desk is whole: whoever starts next sees that there is something left to do. */
const UNFINISHED = "Being prepared";

type DemoDesk = {
  slug: string;
  name: string;
  founderName: string;
  email: string;
  colour: DeskColour;
  circles: DemoCircle[];
  people: DemoPerson[];
  accounts: AccountToMake[];
  events: EventToMake[];
  calendar: DemoCalendar;
  tasks: DemoTask[];
  drafts: DemoDraft[];
  questions: DemoQuestion[];
  dayTasks: DemoDayTask[];
  known: DemoKnown[];
  voice: DemoVoice;
  /** What the AI assistant is called that Ana answers for; null where there is none. */
  agent: string | null;
  /** What Ana has written above the next weekly list. */
  weeklyNote: string | null;
};

/**
 * Makes the demo world: Mira Holt's desk and Jonas Weber's, with Ana Duarte assisting both, everything invented and dated
 * from `at`. Does nothing when it is there; what was begun and broken off is finished. Everybody acts with a session of
 * their own, ended at the end, so the log is as true as any. The settings must name the databases already.
 */
export async function seedDemo({ at = new Date() }: { at?: Date } = {}): Promise<void> {
  try {
    const clock = demoClock(at, ZONE);
    const ana = await makeUser("Ana Duarte", "ana@demo.firsthand.invalid", at);
    await seedDesk(miraDesk(clock), ana, at);
    await seedDesk(jonasDesk(clock), ana, at);
  } finally {
    // The last notice to the live path leaves a moment after its commit; then the pools can go.
    await setTimeout(50);
    await closeAppDatabase();
    await closeAuthDatabase();
  }
}

function miraDesk(clock: DemoClock): DemoDesk {
  return {
    slug: "mira-holt",
    name: "Mira’s desk",
    founderName: "Mira Holt",
    email: "mira@demo.firsthand.invalid",
    colour: "blue",
    circles: [
      { name: "Friends", cadenceDays: 90 },
      { name: "Family", cadenceDays: 14, defaultTag: "must-be-you", leadDays: 14 },
    ],
    people: miraPeople(clock),
    accounts: miraAccounts,
    events: miraEvents(clock),
    calendar: miraCalendar(clock),
    tasks: [...miraOpenTasks(clock), ...miraOtherTasks(clock), ...miraWordTasks(clock)],
    drafts: miraDrafts,
    questions: miraQuestions,
    dayTasks: miraDayTasks(clock),
    known: miraKnown(clock),
    voice: miraVoice,
    agent: "Pen",
    weeklyNote:
      "Hanne’s day is the hard one this time. I would ring in the afternoon, when her sister has left.",
  };
}

function jonasDesk(clock: DemoClock): DemoDesk {
  return {
    slug: "jonas-weber",
    name: "Jonas’s desk",
    founderName: "Jonas Weber",
    email: "jonas@demo.firsthand.invalid",
    colour: "green",
    circles: [],
    people: jonasPeople(clock),
    accounts: [],
    events: [],
    calendar: { hours: [], away: [], entries: [] },
    tasks: jonasTasks(clock),
    drafts: [],
    questions: [],
    dayTasks: [],
    known: [],
    voice: { sheets: [], phrases: [] },
    agent: null,
    weeklyNote: null,
  };
}

async function seedDesk(desk: DemoDesk, ana: MadeUser, at: Date): Promise<void> {
  const { slug, colour, name, founderName, email } = desk;
  const founder = await makeUser(UNFINISHED, email, at);
  if (founder.name !== UNFINISHED) return;
  const session = await makeSession(founder.id, at, "the demo's maker");
  const anas = await makeSession(ana.id, at, "the demo's maker");
  const isAt = async (token: string) => (await findHolder(token))?.desks.some((one) => one.slug === slug);
  try {
    if (!(await isAt(session))) await makeDesk({ slug, name, founder, zone: ZONE, colour, isDemo: true });
    const client = await actAs(session, slug);
    if (!(await isAt(anas))) await makeAssistant(client, ana, at);
    await fillDesk(desk, client, await actAs(anas, slug), at);
    await renamePerson(founder.id, founderName);
  } finally {
    await endSessionByToken(session);
    await endSessionByToken(anas);
  }
}

async function fillDesk(desk: DemoDesk, client: Actor, assistant: Actor, at: Date): Promise<void> {
  await playCircles(client, desk.circles);
  const people = await peopleByName(client);
  for (const person of desk.people)
    if (!people.has(person.name)) people.set(person.name, await makePerson(client, written(person), at));
  const accounts = new Map<string, string>();
  for (const account of desk.accounts) accounts.set(account.name, await makeAccount(client, account));
  for (const event of desk.events) await makeEvent(client, event, at);
  const stage: Stage = {
    hands: {
      client,
      assistant,
      agent: desk.agent === null ? assistant : await makeAgent(client, assistant, desk.agent, at),
    },
    at,
    personId: (name) => people.get(name) ?? null,
    accountId: (name) => accounts.get(name) ?? null,
    standing: await findStanding(client),
  };
  await playCalendar(stage, desk.calendar);
  for (const task of desk.tasks) await playTask(stage, task);
  for (const task of desk.dayTasks) await playDayTask(stage, task);
  for (const known of desk.known) await playKnown(stage, known);
  await playVoice(stage, desk.voice);
  for (const draft of desk.drafts) await playDraft(stage, draft);
  for (const question of desk.questions) await playQuestion(stage, question);
  if (desk.weeklyNote !== null) await playWeekly(stage, desk.weeklyNote);
}

/** Somebody of the demo as the form would have them. */
function written({ born, married, leadDays = 7, phone, zone, language, ...facts }: DemoPerson) {
  return {
    ...facts,
    zone: zone ?? null,
    language: language ?? null,
    emails: [{ value: addressOf(facts.name), label: "home" }],
    phones: phone ? [{ value: phone, label: "mobile" }] : [],
    dates: [
      ...(born ? [{ kind: "birthday" as const, label: "", leadDays, ...born }] : []),
      ...(married ? [{ kind: "anniversary" as const, label: "", leadDays, ...married }] : []),
    ],
  };
}
