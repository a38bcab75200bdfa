import type { ContactHow } from "@/lib/domain/person/contact";
import type { FactKind } from "@/lib/domain/person/fact";
import type { Promiser } from "@/lib/domain/person/promise";
import type { RelationKind } from "@/lib/domain/person/relation";
import type { DemoClock } from "./demo-clock";
import type { Hand } from "./demo-task";

/** What is known about somebody of the demo beside their row: everything names its people, and who wrote it down. */
export type DemoKnown = {
  person: string;
  facts?: { by: Hand; kind: FactKind; value: string; label?: string; fromWhere?: string; isPrivate?: true }[];
  relations?: { by: Hand; kind: RelationKind; other: string; note?: string }[];
  contacts?: { by: Hand; at: Date; how: ContactHow; note: string; isPrivate?: true }[];
  promises?: { by: Hand; whose: Promiser; text: string; dueOn: string | null }[];
  /** How often Mira likes to hear from them, in days, where no circle says it. */
  everyDays?: number;
  died?: { on: string };
};

/** What Mira and Ana have written down over the years. */
export function miraKnown({ day, hoursAgo }: DemoClock): DemoKnown[] {
  const daysAgo = (days: number) => hoursAgo(days * 24);
  return [
    {
      person: "Beth Holt",
      everyDays: 42,
      facts: [
        { by: "client", kind: "like", value: "Dahlias, the dark ones" },
        { by: "client", kind: "topic", value: "Whether the tubers came through the frost" },
        { by: "client", kind: "avoid", value: "The sale of the house" },
      ],
      contacts: [
        { by: "client", at: daysAgo(64), how: "call", note: "An hour about the garden." },
        { by: "client", at: daysAgo(121), how: "letter", note: "Three pages, with seeds." },
      ],
      promises: [{ by: "client", whose: "client", text: "Come and lift the heavy pots", dueOn: day(16) }],
    },
    {
      person: "Nils Holt",
      relations: [
        { by: "client", kind: "partner", other: "Lena Holt" },
        { by: "assistant", kind: "child", other: "Per", note: "9" },
        { by: "assistant", kind: "child", other: "Maja", note: "6" },
        { by: "client", kind: "relative", other: "Beth Holt", note: "on mother’s side" },
      ],
      facts: [
        { by: "client", kind: "topic", value: "The move in spring" },
        { by: "assistant", kind: "gift", value: "The green storm lamp", fromWhere: "Lena, on the phone" },
      ],
      contacts: [{ by: "client", at: daysAgo(11), how: "meeting", note: "Sunday lunch; Maja lost a tooth." }],
    },
    {
      person: "Noor Haddad",
      facts: [
        { by: "client", kind: "like", value: "Stamped paper" },
        {
          by: "assistant",
          kind: "like",
          value: "Oud recordings from the fifties",
          fromWhere: "her message of June",
        },
        { by: "client", kind: "avoid", value: "Surprise parties", isPrivate: true },
      ],
      contacts: [
        { by: "client", at: daysAgo(359), how: "call", note: "Rang for her birthday." },
        { by: "client", at: daysAgo(20), how: "meeting", note: "After choir, about the solo." },
      ],
      promises: [{ by: "client", whose: "client", text: "Lend her the score of the Requiem", dueOn: day(4) }],
    },
    {
      person: "Sam Okoro",
      relations: [
        { by: "assistant", kind: "partner", other: "Ruth Okoro" },
        { by: "client", kind: "introduced", other: "Priya Raman", note: "in Leith" },
      ],
    },
    {
      person: "Ruth Okoro",
      contacts: [{ by: "client", at: daysAgo(148), how: "call", note: "Twenty minutes from the platform." }],
    },
    {
      person: "Ama Boateng",
      facts: [{ by: "client", kind: "like", value: "Ginger in everything" }],
      relations: [{ by: "client", kind: "sibling", other: "Kwame Boateng" }],
      contacts: [
        { by: "client", at: daysAgo(131), how: "message", note: "Long voice message from the market." },
      ],
    },
    {
      person: "Jolanta Wrona",
      promises: [
        { by: "assistant", whose: "person", text: "Send the recipe for the plum cake", dueOn: null },
      ],
    },
    {
      person: "Priya Raman",
      relations: [{ by: "client", kind: "introduced-by", other: "Sam Okoro", note: "in Leith" }],
      facts: [
        { by: "client", kind: "topic", value: "Her mother’s visa" },
        {
          by: "assistant",
          kind: "avoid",
          value: "Calls before nine in Toronto",
          fromWhere: "her calendar note",
        },
      ],
      contacts: [
        {
          by: "client",
          at: daysAgo(58),
          how: "call",
          note: "Coffee on screen; the new studio has north light.",
        },
        {
          by: "assistant",
          at: daysAgo(30),
          how: "message",
          note: "Birthday card arrived, she sent a photograph.",
        },
      ],
      promises: [
        { by: "client", whose: "client", text: "Send the negatives from 2006", dueOn: day(2) },
        { by: "assistant", whose: "person", text: "Name a gallery for the spring", dueOn: null },
      ],
    },
    {
      person: "Greta Amsel",
      facts: [{ by: "assistant", kind: "topic", value: "The second instalment of the harbour money" }],
      contacts: [
        { by: "assistant", at: daysAgo(17), how: "message", note: "Asked for the call in writing." },
      ],
    },
    {
      person: "Hanne Vogt",
      facts: [
        { by: "client", kind: "avoid", value: "Asking how she manages" },
        { by: "client", kind: "like", value: "The train museum" },
      ],
      contacts: [{ by: "client", at: daysAgo(34), how: "letter", note: "Wrote about Karl." }],
    },
    {
      person: "Clara Weiss",
      facts: [{ by: "assistant", kind: "topic", value: "The spring wall: six small ones or the big one" }],
      promises: [{ by: "client", whose: "client", text: "Show her the torn series first", dueOn: day(9) }],
    },
    { person: "Arne Lind", died: { on: day(-9) } },
    { person: "Tomas Lind", relations: [{ by: "client", kind: "parent", other: "Arne Lind" }] },
    { person: "Ida Lind", relations: [{ by: "client", kind: "sibling", other: "Tomas Lind" }] },
    { person: "Edith Holt", died: { on: day(-1480) } },
  ];
}
