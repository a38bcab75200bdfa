import { handle } from "@/lib/actions/handler";
import { readVoice } from "@/lib/queries/read-voice";
import * as operations from "@/lib/schemas/api/voice";
import { saveVoice } from "@/lib/use-cases/voice/save-voice";

/** GET /api/v1/w/:workspace/voice: how the client sounds, towards everybody and towards circles. */
export const GET = handle({
  is: operations.readVoice,
  run: ({ actor }) => readVoice(actor),
});

/** POST /api/v1/w/:workspace/voice: says it anew, for everybody or for one circle. */
export const POST = handle({
  is: operations.saveVoice,
  run: ({ actor, input }) => saveVoice(actor, input),
});
