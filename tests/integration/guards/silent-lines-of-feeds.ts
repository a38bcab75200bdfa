import type { SilentLine } from "./silent-lines";

/** Those around the calendar that is read elsewhere, which refuse without a sentence of their own. */
export const linesAboutFeeds: SilentLine[] = [
  {
    name: "an address only looks",
    in: "enter_feed",
    find: "::fence.context, false)",
    replace: "::fence.context, true)",
  },
  {
    name: "an address looks with an assistant's eyes",
    in: "enter_feed",
    find: "ROW(f.for_user, 'assistant',",
    replace: "ROW(f.for_user, 'client',",
  },
  {
    name: "an address that was taken back opens nothing",
    in: "enter_feed",
    find: " AND x.revoked_at IS NULL",
    replace: "",
  },
  {
    name: "an address of somebody who left opens nothing",
    in: "enter_feed",
    find: " AND m.ended_at IS NULL",
    replace: "",
  },
  {
    name: "an address is looked up by its hash",
    in: "enter_feed",
    find: "sha256(convert_to(token, 'UTF8'))",
    replace: "decode(token, 'hex')",
  },
  {
    name: "who made an address is written from proof",
    in: "guard_feed",
    find: "NEW.made_by := c.user_id; NEW.made_role := c.role; NEW.made_at := clock_timestamp();",
    replace: "",
  },
  {
    name: "who made an address stays so",
    in: "guard_feed",
    find: "NEW.made_by := OLD.made_by;",
    replace: "NEW.made_by := c.user_id;",
  },
];
