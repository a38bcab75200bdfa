import OAuth2Server from "@node-oauth/oauth2-server";
import { describeError, log } from "@/lib/runtime/log";

/** A token that was made: for what, and for how many seconds. */
type Minted = { scopes: string[]; seconds: number };
type Secrets = { access: string; refresh: string };

/** What is known about programs, codes and secrets, and what comes of them. Null is always "no", and never says which. */
export type TokenBooks = {
  /** The only server that tokens are for (RFC 8707). */
  isResource: (asked: string) => boolean;
  isProgram: (id: string) => Promise<boolean>;
  makeSecrets: () => Secrets;
  takeCode: (code: string) => Promise<{
    programId: string;
    scopes: string[];
    redirectUri: string;
    challenge: string;
    expiresAt: Date;
  } | null>;
  mintByCode: (
    proof: { code: string; programId: string; verifier: string; redirectUri: string },
    secrets: Secrets,
  ) => Promise<Minted | null>;
  readRefresh: (
    secret: string,
  ) => Promise<{ programId: string; scopes: string[]; stands: "live" | "paused" } | null>;
  mintByRefresh: (
    proof: { secret: string; programId: string; scopes: readonly string[] },
    secrets: Secrets,
  ) => Promise<Minted | null>;
};

type Form = Readonly<Record<string, string>>;
export type TokenAnswer = { status: number; headers: Record<string, string>; body: object };

const { OAuthError, InvalidGrantError, Request, Response } = OAuth2Server;

/**
 * Answers a request for a token (RFC 6749 §4.1.3 and §6): of a public program, with PKCE (S256, RFC 7636) and with a new secret at each
 * renewal. What goes wrong is said in the RFC's words and no others.
 */
export async function answerTokenRequest(
  form: Form,
  headers: Record<string, string>,
  books: TokenBooks,
  at: Date,
): Promise<TokenAnswer> {
  if (form.resource !== undefined && !books.isResource(form.resource))
    return says(400, "invalid_target", "This is not the server that tokens are made for here.");
  const request = new Request({ method: "POST", query: {}, headers, body: { ...form } });
  const response = new Response({});
  const server = new OAuth2Server({
    model: modelOf(form, books, at),
    requireClientAuthentication: { authorization_code: false, refresh_token: false },
    accessTokenLifetime: 60 * 60,
    refreshTokenLifetime: 90 * 24 * 60 * 60,
  });
  try {
    await server.token(request, response);
  } catch (error) {
    if (!(error instanceof OAuthError) || error.name === "server_error") {
      log.error("a program could not be answered", describeError(error));
      return says(500, "server_error", "Something went wrong on our side.");
    }
    const wait: Record<string, string> = error.code === 503 ? { "Retry-After": "60" } : {};
    const answer = says(error.code, error.name, error.message);
    return { ...answer, headers: { ...answer.headers, ...(response.headers ?? {}), ...wait } };
  }
  const body = response.body as object;
  return {
    status: response.status ?? 200,
    headers: { "Cache-Control": "no-store", Pragma: "no-cache" },
    body,
  };
}

function says(status: number, error: string, error_description: string): TokenAnswer {
  return { status, headers: { "Cache-Control": "no-store" }, body: { error, error_description } };
}

/** The library's model around one request: it asks one thing after the other, and the books judge the whole of it at the end. */
function modelOf(form: Form, books: TokenBooks, at: Date) {
  const grants = ["authorization_code", "refresh_token"];
  const clientOf = (id: string) => ({ id, grants });
  const user = { of: "a sign-in" };
  const secrets = books.makeSecrets();
  const mint = (programId: string, scopes: readonly string[]) =>
    form.grant_type === "refresh_token"
      ? books.mintByRefresh({ secret: form.refresh_token ?? "", programId, scopes }, secrets)
      : books.mintByCode(
          {
            code: form.code ?? "",
            programId,
            verifier: form.code_verifier ?? "",
            redirectUri: form.redirect_uri ?? "",
          },
          secrets,
        );
  return {
    // A program keeps no secret from us: one that sends some has mistaken us for another server.
    getClient: async (id: string, secret: string | null) =>
      !secret && (await books.isProgram(id)) ? clientOf(id) : null,
    generateAccessToken: async () => secrets.access,
    generateRefreshToken: async () => secrets.refresh,
    getAuthorizationCode: async (code: string) => {
      const taken = await books.takeCode(code);
      if (taken === null) return null;
      const { programId, scopes: scope, redirectUri, challenge: codeChallenge, expiresAt } = taken;
      const client = clientOf(programId);
      return {
        authorizationCode: code,
        client,
        user,
        scope,
        redirectUri,
        codeChallenge,
        codeChallengeMethod: "S256",
        expiresAt,
      };
    },
    // Taking it has used it up.
    revokeAuthorizationCode: async () => true,
    saveAuthorizationCode: async () => null,
    getRefreshToken: async (refreshToken: string) => {
      const read = await books.readRefresh(refreshToken);
      if (read === null) return null;
      if (read.stands === "paused")
        throw new OAuthError("The agent is paused.", { code: 503, name: "temporarily_unavailable" });
      return { refreshToken, client: clientOf(read.programId), user, scope: read.scopes };
    },
    // The new one takes its place in one stroke, below.
    revokeToken: async () => true,
    saveToken: async (token: { scope?: string[] }, client: { id: string }) => {
      const minted = await mint(client.id, token.scope ?? []);
      if (minted === null) throw new InvalidGrantError("Invalid grant: it is over, or was for somebody else");
      return {
        accessToken: secrets.access,
        accessTokenExpiresAt: new Date(at.getTime() + minted.seconds * 1000),
        refreshToken: secrets.refresh,
        scope: minted.scopes,
        client: clientOf(client.id),
        user,
      };
    },
    getAccessToken: async () => null,
  };
}
