/** A condition or an assignment inside a function of the fence, and what stands in its place when it is taken out. */
export type SilentLine = { name: string; in: string; find: string; replace: string };

const hidden = (subject: string): SilentLine => ({
  name: `a ${subject} is hidden in the history`,
  in: "is_hidden",
  find: `WHEN is_hidden.subject = '${subject}' THEN`,
  replace: `WHEN is_hidden.subject = '${subject}' AND false THEN`,
});

/** Those around people, and around jobs that read with somebody's eyes, which refuse without a sentence of their own. */
export const linesAboutPeople: SilentLine[] = [
  {
    name: "a job only reads with somebody's eyes",
    in: "enter_reader",
    find: "::fence.context, false)",
    replace: "::fence.context, true)",
  },
  {
    name: "whose eyes they are has not left",
    in: "enter_reader",
    find: " AND m.ended_at IS NULL",
    replace: "",
  },
  {
    name: "whose eyes they are is of this desk",
    in: "enter_reader",
    find: "m.workspace_id = desk AND ",
    replace: "",
  },
  {
    name: "a job sees what its reader sees",
    in: "enter_reader",
    find: "ROW(reader, as_role,",
    replace: "ROW(reader, 'client',",
  },
  {
    name: "a task follows its day only where that year had none",
    in: "follow_day",
    find: "RETURN NULL;",
    replace: "NULL;",
  },
  { name: "mail goes to members", in: "mail_wishes", find: " AND m.ended_at IS NULL", replace: "" },
  ...["fact", "relation", "contact", "promise"].map(hidden),
  {
    name: "a picture is hidden in the history",
    in: "is_hidden",
    find: "IN ('person', 'picture')",
    replace: "IN ('person')",
  },
  {
    name: "what is private itself is hidden in the history",
    in: "is_hidden",
    find: "(x.is_private OR ",
    replace: "(",
  },
  {
    name: "the history keeps what is about a private entry",
    in: "is_hidden",
    find: " OR fence.is_of_private_entry(t.workspace_id, t.fields)",
    replace: "",
  },
  {
    name: "what is folded into is seen",
    in: "guard_task_change",
    find: "\n      OR (c.role NOT IN ('client', 'system') AND fence.is_hidden(target.workspace_id, 'task', target.id))",
    replace: "",
  },
  {
    name: "a relation is hidden from its other end",
    in: "is_hidden",
    find: "p.id IN (x.person_id, x.other_id)",
    replace: "p.id = x.person_id",
  },
  {
    name: "whom one is merged into is there",
    in: "guard_merging",
    find: "target.removed_at IS NOT NULL OR ",
    replace: "",
  },
  {
    name: "whoever is merged was there",
    in: "guard_merging",
    find: "OLD.removed_at IS NOT NULL OR ",
    replace: "",
  },
  {
    name: "everything stays the client's in a merge",
    in: "guard_merging",
    find: " OR (was.everything AND NOT is_now.everything)",
    replace: "",
  },
  {
    name: "a merge that was taken back moves no days",
    in: "guard_day_of_person",
    find: " AND m.undone_at IS NULL",
    replace: "",
  },
  {
    name: "an undo moves what is said only as it happens",
    in: "guard_said_of_whom",
    find: " AND m.xmin = pg_current_xact_id()::xid",
    replace: "",
  },
  {
    name: "somebody near goes with one's own import alone",
    in: "is_of_own_import",
    find: " AND i.created_by = who",
    replace: "",
  },
  {
    name: "somebody comes back into circles that there are",
    in: "guard_circles_of_person",
    find: " OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NULL)",
    replace: "",
  },
  {
    name: "that two are two is as private as either",
    in: "log_told_apart",
    find: "one.is_private OR other.is_private",
    replace: "false",
  },
  {
    name: "somebody near goes untouched alone",
    in: "is_of_own_import",
    find: "l.by_user IS DISTINCT FROM who OR l.verb <> 'confirm-import'",
    replace: "false",
  },
  {
    name: "a source belongs to the words it was named for",
    in: "guard_fact_check",
    find: "NEW.from_where := '';",
    replace: "",
  },
  {
    name: "a new fact is unchecked",
    in: "guard_fact_check",
    find: "IF TG_OP = 'INSERT' OR NEW.value <> OLD.value OR",
    replace: "IF",
  },
  {
    name: "what went out stays",
    in: "guard_weekly_note",
    find: "IF OLD.used_on IS NOT NULL OR",
    replace: "IF",
  },
  {
    name: "that a line went out is the job's word",
    in: "guard_weekly_note",
    find: "(c.role <> 'system' AND NEW.used_on IS NOT NULL) OR ",
    replace: "",
  },
  {
    name: "a job writes no lines",
    in: "guard_weekly_note",
    find: " OR (c.role = 'system' AND (NEW.text, NEW.removed_at) IS DISTINCT FROM (OLD.text, OLD.removed_at))",
    replace: "",
  },
  {
    name: "who wrote a line is written from proof",
    in: "guard_weekly_note",
    find: "NEW.written_by := c.user_id;",
    replace: "",
  },
  {
    name: "a new line has not gone out",
    in: "guard_weekly_note",
    find: "NEW.used_on := NULL;",
    replace: "",
  },
];
