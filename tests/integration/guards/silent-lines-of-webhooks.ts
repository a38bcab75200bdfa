import type { SilentLine } from "./silent-lines";

/** Those around programs that are told what changes, which refuse without a sentence of their own. */
export const linesAboutWebhooks: SilentLine[] = [
  {
    name: "a replay says the same",
    in: "guard_delivery",
    find: "(d.message_id, d.seq, d.type, d.body) IS NOT DISTINCT FROM (NEW.message_id, NEW.seq, NEW.type, NEW.body)",
    replace: "true",
  },
  {
    name: "only its maker has something told again",
    in: "guard_delivery",
    find: " AND w.made_by = c.user_id",
    replace: "",
  },
  {
    name: "no program has something told again",
    in: "guard_delivery",
    find: "c.door = 'api' OR ",
    replace: "",
  },
  {
    name: "one that was removed is not told",
    in: "due_webhooks",
    find: "h.removed_at IS NULL AND ",
    replace: "",
  },
  {
    name: "one that is paused is not told",
    in: "due_webhooks",
    find: "h.paused_at IS NULL AND ",
    replace: "",
  },
  {
    name: "one of somebody who left is not told",
    in: "due_webhooks",
    find: " AND m.ended_at IS NULL",
    replace: "",
  },
];
