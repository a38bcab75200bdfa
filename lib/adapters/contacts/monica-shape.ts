/** The frame of Monica's JSON: which lists there are, whoever wrote them. What is in them is read-monica.ts's. */

export type Json = unknown;

/** Kinds of things that a person's row knows what to do with, or says that it leaves out. */
const KNOWN = new Set(
  "call contact_field gift note reminder task address pet conversation life_event activity photo document debt".split(
    " ",
  ),
);

/** One contact: its own properties, and its lists by the kind of what is in them. */
export class Collections {
  readonly #lists = new Map<string, Json[]>();

  constructor(
    readonly id: string,
    readonly properties: Record<string, Json>,
    data: Json,
  ) {
    for (const [type, values] of listsOf(data))
      this.#lists.set(type, [...(this.#lists.get(type) ?? []), ...values]);
    for (const type of KNOWN) {
      const values = properties[`${type}s`];
      if (Array.isArray(values) && !this.#lists.has(type)) this.#lists.set(type, values);
    }
  }

  /** The things of one kind, flattened: their columns and properties together. */
  of(type: string): Record<string, Json>[] {
    return (this.#lists.get(type) ?? []).flatMap((one) => (typeof one === "string" ? [] : [flat(one)]));
  }

  /** The ids of things that stand elsewhere in the file. */
  idsOf(type: string): string[] {
    return (this.#lists.get(type) ?? []).filter((one): one is string => typeof one === "string");
  }

  unknown(): [string, number][] {
    return [...this.#lists]
      .filter(([type]) => !KNOWN.has(type))
      .map(([type, values]) => [type, values.length]);
  }
}

export type MonicaAccount = {
  contacts: Collections[];
  relations: { type: string; of: string; is: string }[];
  activities: Map<string, Record<string, Json>>;
  photos: Map<string, string>;
  fieldTypes: Map<string, string>;
  /** What there is of the account itself, by kind, that is about nobody. */
  elsewhere: [string, number][];
};

/** Takes the frame apart; null when it is not Monica's. */
export function parseMonica(source: string): MonicaAccount | null {
  let whole: Json;
  try {
    whole = JSON.parse(source);
  } catch {
    return null;
  }
  const root = record(whole);
  const account = record(root.account);
  const lists = new Map(listsOf(account.data));
  const people = lists.get("contact") ?? list(root.contacts).concat(list(root.data));
  const contacts = people
    .map((one) => {
      const { data, ...rest } = record(one);
      return new Collections(text(rest.uuid) || String(rest.id ?? ""), flat(rest), data);
    })
    .filter(({ properties }) => "first_name" in properties || "complete_name" in properties);
  if (contacts.length === 0) return null;
  const flats = (type: string) => (lists.get(type) ?? []).map(flat);
  const instance = record(account.instance);
  return {
    contacts,
    relations: flats("relationship").map((one) => ({
      type: text(one.type),
      is: text(one.contact_is),
      of: text(one.of_contact),
    })),
    activities: new Map(flats("activity").map((one) => [text(one.uuid), one])),
    photos: new Map(flats("photo").map((one) => [text(one.uuid), text(one.dataUrl)])),
    fieldTypes: new Map(
      list(instance.contact_field_types).map((one) => {
        const type = flat(one);
        return [text(type.uuid), text(type.type) || text(type.name)];
      }),
    ),
    elsewhere: [
      ["journal entries", list(record(account.properties).journal_entries).length],
      ["documents", (lists.get("document") ?? []).length],
    ].filter((one): one is [string, number] => (one[1] as number) > 0),
  };
}

/** `[{ type, values }, …]` as the export writes it, also where it became an object of numbers; or lists by name. */
function listsOf(data: Json): [string, Json[]][] {
  const found: [string, Json[]][] = [];
  for (const [key, value] of Object.entries(record(data))) {
    const { type, values } = record(value);
    if (typeof type === "string" && Array.isArray(values)) found.push([type, values]);
    else if (Array.isArray(value) && !/^\d+$/.test(key))
      found.push([key.replace(/ies$/, "y").replace(/s$/, ""), value]);
  }
  return found;
}

/** A thing's columns and its properties on one level. */
function flat(value: Json): Record<string, Json> {
  const { properties, ...rest } = record(value);
  return { ...rest, ...record(properties) };
}

export function record(value: Json): Record<string, Json> {
  return typeof value === "object" && value !== null ? (value as Record<string, Json>) : {};
}

export function list(value: Json): Json[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: Json): string {
  return typeof value === "string"
    ? value.replaceAll("\u0000", "").toWellFormed().trim()
    : typeof value === "number"
      ? String(value)
      : "";
}
