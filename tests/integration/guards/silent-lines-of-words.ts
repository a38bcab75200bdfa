import type { SilentLine } from "./silent-lines";

const subjects = [
  "draft",
  "draft-version",
  "draft-comment",
  "draft-attachment",
  "approval",
  "sending",
  "decision",
  "proof",
];

/** A condition of what an assistant may let go, taken out. */
const lent = (name: string, find: string, replace = ""): SilentLine => ({
  name,
  in: "may_be_released",
  find,
  replace,
});

/** Those around words that leave, which refuse without a sentence of their own. */
export const linesAboutWords: SilentLine[] = [
  ...subjects.map((subject) => ({
    name: `a ${subject} is found by its task`,
    in: "task_of",
    find: `WHEN '${subject}' THEN`,
    replace: `WHEN '-' THEN`,
  })),
  {
    name: "a seal is of words that one sees",
    in: "draft_seal",
    find: " AND (fence.sees_private() OR NOT fence.is_hidden(desk, 'task', d.task_id))",
    replace: "",
  },
  {
    name: "a seal is of one's own desk",
    in: "draft_seal",
    find: " AND desk = fence.workspace()",
    replace: "",
  },
  {
    name: "a change takes approval away",
    in: "guard_draft",
    find: "IF changed AND OLD.state IN ('approved', 'released')",
    replace: "IF false",
  },
  {
    name: "what is changed is not approved in one stroke",
    in: "guard_draft",
    find: "(changed OR NOT fence.is_approved",
    replace: "(NOT fence.is_approved",
  },
  {
    name: "what is changed is not let go in one stroke",
    in: "guard_draft",
    find: "(changed OR OLD.state = 'approved'",
    replace: "(OLD.state = 'approved'",
  },
  {
    name: "what is approved is not lent",
    in: "guard_draft",
    find: "OLD.state = 'approved' OR c.user_id IS NULL",
    replace: "c.user_id IS NULL",
  },
  {
    name: "what is lent is in time",
    in: "guard_draft",
    find: "OR c.user_id IS NULL OR coalesce(OLD.needed_by <= clock_timestamp(), false)",
    replace: "OR c.user_id IS NULL",
  },
  {
    name: "who made words is written from proof",
    in: "guard_draft",
    find: "NEW.made_by := c.user_id;",
    replace: "",
  },
  lent("what is lent is delegable", "t.tag = 'delegable'", "true"),
  lent("what is lent has leave", "a.voice = 'company' AND a.assistants_send AND", ""),
  lent("what is lent has an account", " AND a.removed_at IS NULL"),
  lent("what is lent goes by mail", "d.way = 'mail' AND"),
  lent("what is lent proves nothing", "NOT d.wants_proof AND"),
  lent("what is lent stands", "d.removed_at IS NULL AND d.state NOT IN ('expired', 'sent') AND"),
  lent("what is lent is open", "AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')"),
  lent("what is lent is not folded", "AND t.merged_into_id IS NULL"),
  {
    name: "files are told apart",
    in: "sum_attachments",
    find: "jsonb_agg(jsonb_build_array(a.sum, a.media_type, a.name) ORDER BY a.entered_at, a.id)::text",
    replace: "string_agg(a.sum || ' ' || a.media_type || ' ' || a.name, E'\\n' ORDER BY a.name, a.id)",
  },
  {
    name: "who added to versions is written from proof",
    in: "guard_draft_version",
    find: "NEW.written_by := c.user_id;",
    replace: "",
  },
  {
    name: "a version has the next number",
    in: "guard_draft_version",
    find: "NEW.no := d.latest + 1;",
    replace: "",
  },
  {
    name: "who added to parts is written from proof",
    in: "guard_draft_part",
    find: "NEW.entered_by := c.user_id;",
    replace: "",
  },
  {
    name: "what is sent was let go",
    in: "guard_sending",
    find: "d.state = CASE WHEN NEW.approval_id IS NULL THEN 'released' ELSE 'approved' END",
    replace: "true",
  },
  { name: "what is sent goes by mail", in: "guard_sending", find: " AND d.way = 'mail'", replace: "" },
  {
    name: "whoever pressed is still here",
    in: "guard_sending",
    find: " AND m.ended_at IS NULL",
    replace: "",
  },
  {
    name: "thirty seconds are thirty seconds",
    in: "guard_sending",
    find: "AND OLD.pressed_at + interval '30 seconds' <= clock_timestamp()",
    replace: "",
  },
  {
    name: "when it is tried is the job's to write",
    in: "guard_sending",
    find: "IF c.role <> 'system' THEN",
    replace: "IF false THEN",
  },
  { name: "one stops one's own", in: "guard_sending", find: "pg_trigger_depth() > 1 OR", replace: "true OR" },
  {
    name: "nobody claims twice",
    in: "guard_sending",
    find: " OR (NEW.state = 'leaving' AND NEW.claimed_at IS DISTINCT FROM OLD.claimed_at)",
    replace: "",
  },
  {
    name: "who pressed is written from proof",
    in: "guard_sending",
    find: "NEW.pressed_by := c.user_id;",
    replace: "",
  },
  {
    name: "words close a task once",
    in: "guard_task_change",
    find: "AND NOT EXISTS (SELECT 1 FROM public.gestures g WHERE g.workspace_id = s.workspace_id AND g.task_id = s.task_id AND g.draft_id = s.draft_id)",
    replace: "",
  },
  {
    name: "a job writes no note",
    in: "guard_task_change",
    find: "NEW.closed_door := went.door; NEW.closing_note := '';",
    replace: "NEW.closed_door := went.door;",
  },
  {
    name: "a question begins without an answer",
    in: "guard_decision",
    find: "NEW.answer := NULL;",
    replace: "",
  },
  {
    name: "who answered is written from proof",
    in: "guard_decision",
    find: "NEW.answered_by := CASE WHEN NEW.answer IS NOT NULL THEN c.user_id END;",
    replace: "",
  },
  {
    name: "it is said in person",
    in: "guard_proof",
    find: " OR c.door NOT IN ('screen', 'mail')",
    replace: "",
  },
  { name: "what is proved stands", in: "guard_proof", find: "OR p.voided_at IS NOT NULL", replace: "" },
  {
    name: "a proof is of the words that were approved",
    in: "guard_proof",
    find: "OR p.draft_id <> NEW.draft_id",
    replace: "",
  },
  {
    name: "a proof is signed with a key that is not retired_at",
    in: "guard_proof",
    find: "AND k.retired_at IS NULL",
    replace: "",
  },
  {
    name: "a proof is signed with a key that is not revoked_at",
    in: "guard_proof",
    find: "AND k.revoked_at IS NULL",
    replace: "",
  },
];
