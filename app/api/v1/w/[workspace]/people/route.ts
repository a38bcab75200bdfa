import { handle } from "@/lib/actions/handler";
import { readPeople } from "@/lib/queries/read-people";
import { addPersonSchema, listPeopleSchema } from "@/lib/schemas/person";
import { addPerson } from "@/lib/use-cases/person/add-person";

/** GET /api/v1/w/:workspace/people: a page of people, of all or of one circle, by words. */
export const GET = handle({
  input: listPeopleSchema,
  run: ({ actor, input, at }) => readPeople(actor, input, at),
});

/** POST /api/v1/w/:workspace/people: writes somebody down, with their yearly days. */
export const POST = handle({
  input: addPersonSchema,
  run: ({ actor, input, at }) => addPerson(actor, input, at),
});
