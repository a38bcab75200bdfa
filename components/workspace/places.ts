/** The places of a desk, by their folder below /w/[workspace]. */
export const shellPlaces = ["queue", "you", "calendar", "people", "rights", "history", "settings"] as const;
export type ShellPlace = (typeof shellPlaces)[number];
