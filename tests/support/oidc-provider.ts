import { createHash, createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Claims = Record<string, unknown> & { sub: string };
type Asked = { nonce: string; challenge: string; claims: Claims };

/** A sign-in provider at its protocol (OpenID Connect Core §3.1): discovery, keys, tokens and user-info, on a port of its own. */
export type OidcProvider = {
  issuer: string;
  /** Lets `claims` sign in for the authorization address that the desk sent the browser to; gives the way back. */
  approve: (location: string, claims: Claims) => URL;
  close: () => Promise<void>;
};

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

export async function startOidcProvider(clientId: string): Promise<OidcProvider> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, Asked>();
  const tokens = new Map<string, Claims>();

  function signToken(claims: Claims, nonce: string): string {
    const now = Math.floor(Date.now() / 1000);
    const body = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, sub: claims.sub };
    const signed = `${base64url({ alg: "RS256", kid: "one", typ: "JWT" })}.${base64url(body)}`;
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey, "base64url")}`;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/.well-known/openid-configuration")
      return void reply(200, {
        issuer,
        // At another address than the issuer, as with some.
        authorization_endpoint: `${issuer.replace("127.0.0.1", "localhost")}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (request.url === "/jwks")
      return void reply(200, {
        keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }],
      });
    if (request.url === "/userinfo")
      return void reply(200, tokens.get((request.headers.authorization ?? "").replace("Bearer ", "")));
    const form = new URLSearchParams(await read(request));
    const asked = codes.get(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!asked || asked.challenge !== challenge) return void reply(400, { error: "invalid_grant" });
    const access = `access-${tokens.size}`;
    tokens.set(access, asked.claims);
    reply(200, {
      access_token: access,
      token_type: "Bearer",
      expires_in: 300,
      id_token: signToken(asked.claims, asked.nonce),
    });
  }

  const server = createServer((request, response) => void answer(request, response));
  const issuer = await listen(server);

  function approve(location: string, claims: Claims): URL {
    const { searchParams } = new URL(location);
    const code = `code-${codes.size}`;
    codes.set(code, {
      claims,
      nonce: searchParams.get("nonce") ?? "",
      challenge: searchParams.get("code_challenge") ?? "",
    });
    const back = new URL(searchParams.get("redirect_uri") ?? "");
    back.search = String(new URLSearchParams({ code, state: searchParams.get("state") ?? "" }));
    return back;
  }

  return { issuer, approve, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
