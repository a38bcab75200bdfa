import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/programs";
import { endProgram } from "@/lib/use-cases/program/end-program";

/** POST /api/v1/w/:workspace/programs/:id/end: what it holds opens nothing from now on. */
export const POST = handle({
  is: operations.endProgram,
  run: ({ actor, input, params, at }) =>
    endProgram(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
