import { handle } from "@/lib/actions/handler";
import { versionSchema } from "@/lib/schemas/person-fact";
import { removePicture } from "@/lib/use-cases/person/remove-picture";

/** POST /api/v1/w/:workspace/people/:id/picture/remove */
export const POST = handle({
  input: versionSchema,
  run: ({ actor, input, params, at }) =>
    removePicture(actor, (params.id ?? "").toLowerCase(), input.version, at),
});
