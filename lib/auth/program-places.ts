import { programScopes, usualScopes } from "@/lib/domain/program";
import { env } from "@/lib/env";

/** Who vouches for sign-ins of programs, and the one server that their tokens are for. */
export const programIssuer = env.FIRSTHAND_URL;
export const programResource = `${env.FIRSTHAND_URL}/api/mcp`;

/** What a program reads to find out how to sign in (RFC 8414 §2, RFC 9207 §3). */
export const serverMetadata = {
  issuer: programIssuer,
  authorization_endpoint: `${programIssuer}/oauth/authorize`,
  token_endpoint: `${programIssuer}/oauth/token`,
  registration_endpoint: `${programIssuer}/oauth/register`,
  revocation_endpoint: `${programIssuer}/oauth/revoke`,
  scopes_supported: programScopes,
  response_types_supported: ["code"],
  response_modes_supported: ["query"],
  grant_types_supported: ["authorization_code", "refresh_token"],
  token_endpoint_auth_methods_supported: ["none"],
  revocation_endpoint_auth_methods_supported: ["none"],
  code_challenge_methods_supported: ["S256"],
  authorization_response_iss_parameter_supported: true,
  client_id_metadata_document_supported: true,
  service_documentation: `${programIssuer}/docs/api`,
};

/** What a program reads to find out who lets it in to the server of tools (RFC 9728 §2). */
export const resourceMetadata = {
  resource: programResource,
  resource_name: "Firsthand",
  authorization_servers: [programIssuer],
  scopes_supported: usualScopes,
  bearer_methods_supported: ["header"],
};
