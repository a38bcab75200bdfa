import type { SilentLine } from "./silent-lines";

/** Those around entries made here, which put things right without a word. */
export const linesAboutBooking: SilentLine[] = [
  {
    name: "who made an entry is written from proof",
    in: "guard_event",
    find: "NEW.made_by := c.user_id; NEW.made_role := c.role;",
    replace: "",
  },
  {
    name: "a word is for the time it was given for",
    in: "guard_event",
    find: "NEW.over_protected := false;",
    replace: "NULL;",
  },
  {
    name: "a word for one entry is for its own time",
    in: "guard_occurrence",
    find: "AND NOT (x.over_protected AND (",
    replace: "AND NOT (x.over_protected AND (true OR ",
  },
  {
    name: "who made a change is written from proof",
    in: "guard_event_undo",
    find: "c.user_id ELSE OLD.made_by",
    replace: "NEW.made_by ELSE OLD.made_by",
  },
];
