import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import type { DateKind, PersonFacts, PersonStanding } from "@/lib/domain/person/person";
import { sortNameOf } from "@/lib/domain/person/sort-name";
import { WIDER } from "@/lib/domain/policy/circles";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** Somebody about to be written down; only the name is needed. The id is the caller's (a fresh UUID). */
export type NewPerson = { id: string; name: string } & Partial<Omit<PersonFacts, "name">> & {
    circles?: Circle[];
    leadDays?: number | null;
    saidAs?: string;
    isDead?: boolean;
    diedOn?: string | null;
    isPrivate?: boolean;
    sourceUid?: string | null;
    importId?: string | null;
  };

/** Somebody as a short list names them. */
export type NamedPerson = { id: string; name: string; circle: Circle };

/** Somebody with everything that is known about them. */
export type StoredPerson = PersonFacts &
  PersonStanding & {
    id: string;
    version: number;
    isPrivate: boolean;
    importId: string | null;
    createdAt: Date;
  };

/** What may be changed about somebody. */
export type PersonChange = Partial<PersonFacts> &
  Partial<PersonStanding> & { isPrivate?: boolean; removedAt?: Date | null };

/** A yearly day about to be written down. `month` 1–12; `year` null when nobody knows it. */
export type NewPersonDate = {
  personId: string;
  kind: DateKind;
  label?: string;
  month: number;
  day: number;
  year: number | null;
  /** Null or absent: as the person and their circles say. */
  leadDays?: number | null;
};

/** Somebody who is on this desk and whom the transaction may see; null otherwise. */
export async function findPerson(tx: Tx, workspaceId: string, id: string): Promise<StoredPerson | null> {
  const row = await tx.person.findFirst({
    where: { workspaceId, id, removedAt: null },
    omit: {
      workspaceId: true,
      sortName: true,
      searchText: true,
      sourceUid: true,
      removedAt: true,
      cadenceDays: true,
      neverDue: true,
      touchPausedUntil: true,
      mergedIntoId: true,
    },
  });
  if (row === null) return null;
  return { ...row, diedOn: row.diedOn?.toISOString().slice(0, 10) ?? null } as unknown as StoredPerson;
}

/** Writes somebody down. Private only for the client: the database refuses anybody else. */
export async function insertPerson(tx: Tx, workspaceId: string, person: NewPerson): Promise<void> {
  await insertPeople(tx, workspaceId, [person]);
}

/** The same for many at once; a few hundred at a time keep a statement small. One parameter, so that it is quick to send. */
export async function insertPeople(tx: Tx, workspaceId: string, people: NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((person) => ({
    ...unknownPerson,
    ...person,
    circles: person.circles ?? [person.circle ?? WIDER],
    sortName: sortNameOf(person),
  }));
  await tx.$executeRaw`
    INSERT INTO persons (workspace_id, id, name, sort_name, given_name, family_name, nicknames, organization, job_title, circles, emails, phones,
      addresses, links, how_met, careful, note, language, zone, lead_days, said_as, is_dead, died_on, source_uid, is_private, import_id)
    SELECT ${workspaceId}::uuid, x.id, x.name, x."sortName", x."givenName", x."familyName", x.nicknames, x.organization, x."jobTitle", x.circles,
      x.emails, x.phones, x.addresses, x.links, x."howMet", x.careful, x.note, x.language, x.zone, x."leadDays", x."saidAs",
      x."isDead", x."diedOn", x."sourceUid", x."isPrivate", x."importId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (id uuid, name text, "sortName" text, "givenName" text, "familyName" text,
      nicknames text[], organization text, "jobTitle" text, circles text[], emails jsonb, phones jsonb, addresses jsonb, links jsonb, "howMet" text,
      careful text, note text, language text, zone text, "leadDays" int, "saidAs" text, "isDead" boolean, "diedOn" date, "sourceUid" text, "isPrivate" boolean, "importId" uuid)`;
}

/** What is written down of somebody of whom nothing but the name is known. */
const unknownPerson = {
  givenName: "",
  familyName: "",
  nicknames: [],
  organization: "",
  jobTitle: "",
  emails: [],
  phones: [],
  addresses: [],
  links: [],
  howMet: "",
  careful: "",
  note: "",
  saidAs: "",
  isDead: false,
  isPrivate: false,
};

/** Saves a change where the person still is as the rules were asked. False: somebody was quicker, and nothing was saved. */
export async function savePerson(
  tx: Tx,
  workspaceId: string,
  seen: StoredPerson,
  change: PersonChange,
): Promise<boolean> {
  const saved = await tx.person.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version, removedAt: null },
    data: { ...change, ...diedOnOf(change), sortName: sortNameOf({ ...seen, ...change }) },
  });
  return saved.count === 1;
}

/** A plain day as the database wants it. */
function diedOnOf({ diedOn }: PersonChange): { diedOn?: Date | null } {
  return diedOn === undefined ? {} : { diedOn: diedOn === null ? null : new Date(`${diedOn}T00:00:00Z`) };
}

/** Writes a yearly day down for somebody, and gives its id. A day that is there already is not written twice. */
export async function addPersonDate(tx: Tx, workspaceId: string, date: NewPersonDate): Promise<string> {
  const { personId, kind, label = "", month, day, year } = date;
  const same = await tx.personDate.findFirst({
    where: { workspaceId, personId, kind, label, month, day, year, removedAt: null },
    select: { id: true },
  });
  if (same) return same.id;
  const id = randomUUID();
  const leadDays = date.leadDays ?? null;
  await tx.personDate.createMany({
    data: [{ id, workspaceId, personId, kind, label, month, day, year, leadDays }],
  });
  return id;
}
