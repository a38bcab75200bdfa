import type { SilentLine } from "./silent-lines";

/** Those around time that is kept, which share their sentence with others. */
export const linesAboutKeeping: SilentLine[] = [
  {
    name: "an assistant keeps nothing, and frees nothing",
    in: "guard_kept_span",
    find: " OR NOT fence.is_client_or_job(c)",
    replace: "",
  },
  {
    name: "days away and posts keep their own time",
    in: "guard_kept_span",
    find: "s.protected_id IS NULL OR ",
    replace: "",
  },
  {
    name: "a job says no hours",
    in: "guard_protected_time",
    find: "says OR c.role <> 'system'",
    replace: "c.role <> 'system'",
  },
  {
    name: "an assistant does not say until when",
    in: "guard_protected_time",
    find: "says OR c.role <> 'system'",
    replace: "says",
  },
  {
    name: "a post is folded into what keeps its time",
    in: "keep_window",
    find: " AND o.task_id = NEW.merged_into_id",
    replace: "",
  },
  {
    name: "what keeps its time keeps all of it",
    in: "keep_window",
    find: "o.starts_at <= k.starts_at AND o.ends_at >= k.ends_at",
    replace: "true",
  },
  {
    name: "another kind keeps nothing, however long it says",
    in: "keep_window",
    find: "OLD.kind = NEW.kind AND fence.window_lasts(NEW) = 0",
    replace: "fence.window_lasts(NEW) = 0",
  },
];
