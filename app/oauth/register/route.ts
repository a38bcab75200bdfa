import { oauthError, programHandler } from "@/lib/actions/program-handler";
import { readJsonBody } from "@/lib/actions/read-json-body";
import { registerSchema } from "@/lib/schemas/program";
import { registerProgram } from "@/lib/use-cases/program/register-program";

/** POST /oauth/register: a program introduces itself (RFC 7591). It gets an id, and no secret: it could not keep one. */
export const POST = programHandler("program-register", async ({ request, at }) => {
  const body = await readJsonBody(request, 16_384);
  const said = body.ok ? registerSchema.safeParse(body.value) : null;
  if (!said?.success) {
    const isAddress = said?.error.issues.some(({ path }) => path[0] === "redirect_uris") ?? false;
    return isAddress
      ? oauthError(400, "invalid_redirect_uri", "Name one to ten https addresses, or http on 127.0.0.1.")
      : oauthError(400, "invalid_client_metadata", "This cannot be read.");
  }
  const { client_name: name = "", redirect_uris: redirectUris } = said.data;
  const program = await registerProgram({ name, redirectUris });
  const answer = {
    client_id: program.id,
    client_id_issued_at: Math.floor(at.getTime() / 1000),
    client_name: program.name,
    redirect_uris: program.redirectUris,
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
    token_endpoint_auth_method: "none",
  };
  return Response.json(answer, { status: 201, headers: { "Cache-Control": "no-store" } });
});
