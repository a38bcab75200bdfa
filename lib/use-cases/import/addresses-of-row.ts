import type { ReadAddress } from "@/lib/adapters/contacts/read-person";
import type { Cell } from "@/lib/use-cases/import/person-from-row";

type Part = "poBox" | "street" | "locality" | "region" | "postalCode" | "country" | "formatted";

const parts: Partial<Record<Cell["kind"], Part>> = {
  poBox: "poBox",
  street: "street",
  city: "locality",
  region: "region",
  postalCode: "postalCode",
  country: "country",
  address: "formatted",
};

/** The parts of an address stand in columns of their own, told apart by a number or a place in the heading. */
export function addressesOfRow(cells: Cell[]): ReadAddress[] {
  const found = new Map<string, ReadAddress>();
  for (const { kind, label, value, group } of cells) {
    const part = parts[kind];
    if (part === undefined) continue;
    const address = found.get(group) ?? { ...emptyAddress, label: label || null };
    address[part] = address[part] ? `${address[part]}\n${value}` : value;
    found.set(group, address);
  }
  for (const { kind, value, group } of cells) {
    const address = found.get(group);
    if (kind !== "addressLabel" || !address) continue;
    address.label = value.replace(/^\*\s*/, "");
    address.preferred = value.startsWith("*");
  }
  return [...found.values()].map(putTogether);
}

const emptyAddress: ReadAddress = {
  label: null,
  preferred: false,
  poBox: "",
  extended: "",
  street: "",
  locality: "",
  region: "",
  postalCode: "",
  country: "",
  formatted: null,
};

/** "Home Address" is the whole of it in one program, and in another only the street beside a town of its own. */
function putTogether(address: ReadAddress): ReadAddress {
  const { formatted, street, locality, region, postalCode, country } = address;
  if (formatted === null) return address;
  const exact = [street.split("\n")[0] ?? "", locality, postalCode].filter(Boolean);
  const told = exact.length > 0 ? exact : [region, country].filter(Boolean);
  if (told.every((part) => formatted.includes(part))) return address;
  return { ...address, formatted: null, street: [formatted, street].filter(Boolean).join("\n") };
}
