/** E2. WHAT A MESSAGE ABOUT AN EVENT DOES (RFC 5546): who may say what about which entry, and what is too old to count. */

/** A message as the rules need it. Addresses in small letters, "" for none. */
export type ItipFacts = {
  /** Upper case; "" where the file has none. */
  method: string;
  sequence: number;
  /** DTSTAMP, ISO UTC. */
  stamp: string | null;
  organiser: string;
  /** Who answers or proposes. */
  attendee: string;
};

/** The entry as the desk has it, or its series. `guests` are the addresses of whoever is on its list. */
export type KnownEntry = {
  own: boolean;
  sequence: number;
  stamp: string | null;
  organiserAddress: string;
  isCancelled: boolean;
  guests: readonly string[];
};

/** `entry` is the very one (the instance, where one is meant), `series` what it belongs to. */
export type Known = { entry: KnownEntry | null; series: KnownEntry | null };

export type Take =
  | "invite"
  | "update"
  | "cancel"
  | "note-reply"
  | "propose"
  | "keep-time"
  | "same"
  | "older"
  | "crasher"
  | "other-organiser"
  | "ours"
  | "not-here"
  | "not-ours"
  | "nobody"
  | "not-done";

/** What is done with it. `clients` are the client's own addresses. Nothing here depends on who brought the message. */
export function takeItip(message: ItipFacts, known: Known, clients: ReadonlySet<string>): Take {
  switch (message.method) {
    case "REQUEST":
      return clients.has(message.organiser) ? "ours" : takeRequest(message, known);
    case "CANCEL":
      return takeCancel(message, known);
    case "DECLINECOUNTER":
      return whyNotOrganiser(message, known) ?? "keep-time";
    case "REPLY":
    case "COUNTER":
      return takeFromGuest(message, known, clients);
    default:
      return "not-done";
  }
}

function takeRequest(message: ItipFacts, { entry, series }: Known): Take {
  if (entry === null && series === null) return "invite";
  const no = whyNotOrganiser(message, { entry, series });
  if (no !== null) return no;
  if (entry !== null)
    return { newer: "update", same: "same", older: "older" }[versionOf(message, entry)] as Take;
  // Of a series that has moved on since, an instance is told anew.
  return series !== null && message.sequence < series.sequence ? "older" : "invite";
}

function takeCancel(message: ItipFacts, known: Known): Take {
  const no = whyNotOrganiser(message, known);
  if (no !== null) return no;
  const { entry } = known;
  if (entry === null) return "cancel";
  if (versionOf(message, entry) === "older") return "older";
  return entry.isCancelled ? "same" : "cancel";
}

/** RFC 5546 §6.1: what somebody else says of an event is no word of its organiser's, and what was made here is nobody else's. */
function whyNotOrganiser(message: ItipFacts, { entry, series }: Known): Take | null {
  const stands = entry ?? series;
  if (stands === null) return "not-here";
  const isOther = stands.organiserAddress !== "" && message.organiser !== stands.organiserAddress;
  return stands.own || isOther ? "other-organiser" : null;
}

/** Answers to what the client asked. Outlook leaves the organiser out, so they are known by the entry alone. */
function takeFromGuest(message: ItipFacts, { entry, series }: Known, clients: ReadonlySet<string>): Take {
  const stands = entry ?? series;
  if (stands === null) return "not-here";
  const isOurs = stands.own || stands.organiserAddress === "" || clients.has(stands.organiserAddress);
  if (!isOurs) return "not-ours";
  if (message.attendee === "") return "nobody";
  const isAsked = [entry, series].some((one) => one?.guests.includes(message.attendee));
  if (!isAsked) return "crasher";
  if (message.sequence < stands.sequence) return "older";
  return message.method === "REPLY" ? "note-reply" : "propose";
}

/** RFC 5546 §2.1.5: the sequence counts first; of the same, the later stamp. Without both stamps, one brings nothing new. */
export function versionOf(
  message: Pick<ItipFacts, "sequence" | "stamp">,
  known: Pick<KnownEntry, "sequence" | "stamp">,
): "newer" | "same" | "older" {
  if (message.sequence !== known.sequence) return message.sequence > known.sequence ? "newer" : "older";
  if (message.stamp === null || known.stamp === null) return message.stamp === known.stamp ? "same" : "newer";
  const later = Date.parse(message.stamp) - Date.parse(known.stamp);
  return later === 0 ? "same" : later > 0 ? "newer" : "older";
}
