import { Button } from "@/components/ui/button";
import { Checkbox, Select } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import type { HistoryFilter, HistoryView } from "@/lib/domain/history/view";
import { firstName } from "@/lib/domain/person/first-name";

/** Whose deeds, refused ones only, and every row of imports. A plain form: it works without a script, and the address keeps it. */
export function HistoryFilterForm({ view, base }: { view: HistoryView; base: string }) {
  const { filter, members, subjectName } = view;
  return (
    <form method="get" action={base} className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3">
      <Select label="Who" name="who" defaultValue={filter.who ?? ""} className="min-w-[min(10rem,100%)]">
        <option value="">Everybody</option>
        {members.map(({ userId, name, role }) => (
          <option key={userId} value={userId}>
            {role === "client" ? `${firstName(name)} (client)` : role === "agent" ? `${name} (agent)` : name}
          </option>
        ))}
        <option value="system">Firsthand itself</option>
      </Select>
      <Checkbox
        label="Refused attempts only"
        name="refused"
        value="1"
        defaultChecked={filter.refused}
        className="pb-2 pointer-coarse:pb-0"
      />
      <Checkbox
        label="Every row of imports"
        name="rows"
        value="1"
        defaultChecked={filter.rows}
        className="pb-2 pointer-coarse:pb-0"
      />
      {filter.subject ? <input type="hidden" name="subject" value={filter.subject} /> : null}
      <Button type="submit">Show</Button>
      {isFiltered(filter) ? (
        <LinkButton href={base} variant="quiet">
          {filter.subject
            ? `Not only ${subjectName ? `“${subjectName.slice(0, 40)}”` : "this one"}`
            : "Show everything"}
        </LinkButton>
      ) : null}
    </form>
  );
}

function isFiltered(filter: HistoryFilter): boolean {
  return filter.who !== null || filter.refused || filter.subject !== null || filter.rows;
}

/** The same page of the history further back: the filter and the cursor as an address. */
export function historyAddress(base: string, filter: HistoryFilter, before: number): string {
  const query = new URLSearchParams();
  if (filter.who) query.set("who", filter.who);
  if (filter.refused) query.set("refused", "1");
  if (filter.subject) query.set("subject", filter.subject);
  if (filter.rows) query.set("rows", "1");
  query.set("before", String(before));
  return `${base}?${query}`;
}
