import { oauthError, programHandler, readProgramForm } from "@/lib/actions/program-handler";
import { programResource } from "@/lib/auth/program-places";
import { issueToken } from "@/lib/use-cases/program/issue-token";

/** POST /oauth/token: a code becomes a token, and a secret the next one. */
export const POST = programHandler("program-token", async ({ request, at }) => {
  const form = await readProgramForm(request);
  if (form === null) return oauthError(400, "invalid_request", "This is not a form that can be read.");
  const headers = Object.fromEntries(request.headers);
  const answer = await issueToken({ form, headers, resource: programResource }, at);
  return Response.json(answer.body, { status: answer.status, headers: answer.headers });
});
