/** The places of a desk, by their folder below /w/[workspace]. */
export const shellPlaces = ["queue", "you", "calendar", "people", "rights", "history", "settings"] as const;
export type ShellPlace = (typeof shellPlaces)[number];

/** What each place is called. */
export const placeNames: Record<ShellPlace, string> = {
  queue: "Queue",
  you: "For you",
  calendar: "Calendar",
  people: "People",
  rights: "Rights",
  history: "History",
  settings: "Settings",
};
