import { handle } from "@/lib/actions/handler";
import { readPeople } from "@/lib/queries/read-people";
import * as operations from "@/lib/schemas/api/people";
import { addPerson } from "@/lib/use-cases/person/add-person";

/** GET /api/v1/w/:workspace/people: a page of people, of all or of one circle, by words. */
export const GET = handle({
  is: operations.readPeople,
  run: ({ actor, input, at }) => readPeople(actor, input, at),
});

/** POST /api/v1/w/:workspace/people: writes somebody down, with their yearly days. */
export const POST = handle({
  is: operations.addPerson,
  run: ({ actor, input, at }) => addPerson(actor, input, at),
});
