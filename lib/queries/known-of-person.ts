import type { Tx } from "@/lib/data/client";
import { listSources } from "@/lib/data/fact-sources";
import type { StoredPerson } from "@/lib/data/people";
import { listFacts } from "@/lib/data/person-facts";
import { listRelations } from "@/lib/data/person-relations";
import { isOld } from "@/lib/domain/person/old-fact";
import { fieldsThere, type SourceView } from "@/lib/domain/person/source";
import type { KnownView } from "@/lib/domain/person/view";

type Stored = Pick<SourceView, "by" | "role" | "how" | "from" | "checkedBy" | "isCheckedByAgent"> & {
  at: Date;
  checkedAt: Date | null;
};

/**
 * What is known about somebody beside their own row, and where all of it comes from: as far as the transaction may see, and
 * of the row (`person`) and the days only what is there.
 */
export async function readKnown(
  tx: Tx,
  workspaceId: string,
  person: StoredPerson,
  days: { id: string }[],
  at: Date,
): Promise<KnownView> {
  const facts = await listFacts(tx, workspaceId, person.id);
  const relations = await listRelations(tx, workspaceId, person.id);
  const there = fieldsThere(person, days);
  const sources = (await listSources(tx, workspaceId, person.id)).filter(({ field }) => there.has(field));
  return {
    facts: facts.map(({ id, version, kind, label, value, isPrivate, ...said }) => {
      const stored = { ...said, how: "hand", from: said.fromWhere, at: said.enteredAt } as const;
      return { id, version, kind, label, value, isPrivate, source: toSource(kind, stored, at) };
    }),
    relations: relations.map(({ by, role, enteredAt, ...relation }) => {
      const stored = {
        by,
        role,
        how: "hand",
        from: "",
        at: enteredAt,
        checkedAt: null,
        checkedBy: null,
        isCheckedByAgent: false,
      } as const;
      return { ...relation, source: toSource("relation", stored, at) };
    }),
    sources: Object.fromEntries(sources.map((source) => [source.field, toSource(source.field, source, at)])),
  };
}

function toSource(what: string, stored: Stored, at: Date): SourceView {
  const { by, role, how, from, checkedAt, checkedBy, isCheckedByAgent } = stored;
  const checked = checkedAt?.toISOString() ?? null;
  const old = isOld(what, checkedAt ?? stored.at, at);
  const said = { by, role, how, from, checkedBy, isCheckedByAgent };
  return { ...said, at: stored.at.toISOString(), checkedAt: checked, isOld: old };
}
