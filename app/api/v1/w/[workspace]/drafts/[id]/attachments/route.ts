import { handle } from "@/lib/actions/handler";
import { attachFileSchema } from "@/lib/schemas/draft";
import { attachFile } from "@/lib/use-cases/draft/attach-file";

/** POST /api/v1/w/:workspace/drafts/:id/attachments: hangs a file on it. */
export const POST = handle({
  input: attachFileSchema,
  limitBytes: 15 * 1024 * 1024,
  run: ({ actor, input: { base64, ...file }, params }) =>
    attachFile(actor, {
      id: (params.id ?? "").toLowerCase(),
      ...file,
      bytes: Uint8Array.from(Buffer.from(base64, "base64")),
    }),
});
