import type { SilentLine } from "./silent-lines";

/** Those around calendars that are kept elsewhere, which refuse without a sentence of their own. */
export const linesAboutCalendars: SilentLine[] = [
  {
    name: "a calendar is hidden in the history",
    in: "is_hidden",
    find: "WHEN is_hidden.subject = 'calendar' THEN",
    replace: "WHEN is_hidden.subject = 'calendar' AND false THEN",
  },
  {
    name: "what comes from a private calendar is private",
    in: "guard_event",
    find: "NEW.is_private := true;",
    replace: "NULL;",
  },
  {
    name: "what another calendar has as well is hidden with it",
    in: "hide_calendar",
    find: "OR e.uid IN (",
    replace: "OR false AND e.uid IN (",
  },
];
