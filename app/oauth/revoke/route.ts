import { oauthError, programHandler, readProgramForm } from "@/lib/actions/program-handler";
import { leaveAsProgram } from "@/lib/use-cases/program/leave-as-program";

/** POST /oauth/revoke: a program takes its leave. The answer is the same for what was never a token (RFC 7009 §2.2). */
export const POST = programHandler("program-token", async ({ request }) => {
  const form = await readProgramForm(request);
  if (!form?.token || !form.client_id)
    return oauthError(400, "invalid_request", "A token and the client_id are needed.");
  await leaveAsProgram(form);
  return new Response(null, { status: 200, headers: { "Cache-Control": "no-store" } });
});
