import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { readPeople } from "@/lib/queries/read-people";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
let ana: Actor;
beforeAll(async () => {
  const { assistant } = await cast(at);
  ana = assistant;
  for (const name of ["Elin Sørensen", "Elin Sorensen", "Tomas Lindqvist", "Zoë Brandt", "Łukasz Żak"])
    must(await addPerson(ana, { name, organization: name === "Zoë Brandt" ? "Brandt & Söhne" : "" }, at));
  const phones = [{ value: "+47 5550 1101", label: "mobile" }];
  must(await addPerson(ana, { name: "Beth Holt", phones }, at));
});

test.each([
  ["soren", ["Elin Sorensen", "Elin Sørensen"]],
  ["Sørensen", ["Elin Sorensen", "Elin Sørensen"]],
  ["elin  SOR", ["Elin Sorensen", "Elin Sørensen"]],
  ["zak lukasz", ["Łukasz Żak"]],
  ["sohne", ["Zoë Brandt"]],
  ["5550 1101", ["Beth Holt"]],
  ["tomsa", ["Tomas Lindqvist"]],
  ["zoe brnadt", ["Zoë Brandt"]],
  ["lindkvist", ["Tomas Lindqvist"]],
  ["quince", []],
])("Looking for “%s” among people finds %o", async (q, names) => {
  const found = must(await readPeople(ana, { q, circle: null, cursor: null }, at));

  expect(found.people.map((person) => person.name).sort()).toEqual([...names].sort());
  expect(found.total).toBe(names.length);
});
