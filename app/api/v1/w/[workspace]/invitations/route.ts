import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { receiveInvitation } from "@/lib/use-cases/invitation/receive-invitation";

/** POST /api/v1/w/:workspace/invitations: an .ics file or a saved e-mail with an invitation, an answer or a cancellation in it. */
export const POST = handle({
  is: operations.receiveInvitation,
  limitBytes: 15 * 1024 * 1024,
  run: ({ actor, input, at }) => receiveInvitation(actor, Buffer.from(input.base64, "base64"), at),
});
