/** One part of two texts compared: "same" and "gone" together are the text before, "same" and "new" the text after. */
export type DiffPart = { kind: "same" | "gone" | "new"; text: string };
