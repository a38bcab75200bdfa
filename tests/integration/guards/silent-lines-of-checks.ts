import type { SilentLine } from "./silent-lines";

/** Those around double-checks which refuse without a sentence of their own. */
export const linesAboutChecks: SilentLine[] = [
  {
    name: "who confirmed is written from proof",
    in: "guard_check",
    find: "NEW.checked_by := c.user_id; NEW.checked_role := c.role; NEW.checked_at := date_trunc('milliseconds', clock_timestamp());",
    replace: "",
  },
  {
    name: "a second task about a meeting is not a way around its check",
    in: "guard_check",
    find: "(t.kind = 'meeting-check' AND t.fields ->> 'eventId' = NEW.event_id::text",
    replace: "(false AND t.fields ->> 'eventId' = NEW.event_id::text",
  },
  {
    name: "what one may not see is not confirmed",
    in: "guard_check",
    find: "(c.role NOT IN ('client', 'system') AND fence.is_hidden(NEW.workspace_id, 'event', NEW.event_id))",
    replace: "false",
  },
  {
    name: "a job only says that a meeting moved",
    in: "guard_check",
    find: " OR (c.role = 'system' AND NEW.void_why <> 'moved')",
    replace: "",
  },
  {
    name: "a check begins as one that stands",
    in: "guard_check",
    find: "NEW.voided_at := NULL; NEW.void_why := NULL;",
    replace: "",
  },
];
