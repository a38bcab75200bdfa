import { handle } from "@/lib/actions/handler";
import { readMessage } from "@/lib/adapters/mail/read-message";
import { granted, refused } from "@/lib/domain/result";
import * as operations from "@/lib/schemas/api/tasks";

/** POST /api/v1/w/:workspace/messages/read: what a saved e-mail says, for a task that is about to be added. Keeps nothing. */
export const POST = handle({
  is: operations.readMessage,
  limitBytes: 15 * 1024 * 1024,
  run: async ({ input }) => {
    const message = await readMessage(Buffer.from(input.base64, "base64"));
    if (message === null)
      return refused({
        code: "invalid",
        fields: { base64: "This is not an e-mail that was saved as a file." },
      });
    return granted(message);
  },
});
