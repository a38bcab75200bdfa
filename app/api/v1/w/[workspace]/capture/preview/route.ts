import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/capture";
import { previewCapture } from "@/lib/use-cases/task/preview-capture";

/** POST /api/v1/w/:workspace/capture/preview: what it would make. Makes nothing. */
export const POST = handle({
  is: operations.previewCapture,
  limitBytes: 512 * 1024,
  run: ({ actor, input, at }) => previewCapture(actor, input, at),
});
