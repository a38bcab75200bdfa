import {
  auth,
  Client,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type StoredOAuthClientInformation,
  type StoredOAuthTokens,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import type { ProgramHouse } from "./program-house";

/** Where a program finds Firsthand, and how it gets there. */
type House = Pick<ProgramHouse, "url" | "fetch">;

/** A program as the official client library makes one, with its memory laid open. */
export class ScriptedProgram implements OAuthClientProvider {
  redirectUrl = "http://127.0.0.1:43117/back";
  information?: StoredOAuthClientInformation;
  stored?: StoredOAuthTokens;
  verifier = "";
  discovered?: OAuthDiscoveryState;
  /** Where it sends the browser. */
  asks = new URL("about:blank");

  constructor(
    readonly house: House,
    readonly name = "A scripted program",
  ) {}

  get server(): string {
    return `${this.house.url}/api/mcp`;
  }
  get clientMetadata() {
    return {
      client_name: this.name,
      redirect_uris: ["http://127.0.0.1:1/back"],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      token_endpoint_auth_method: "none",
    };
  }
  state = () => "a state of its own";
  clientInformation = () => this.information;
  saveClientInformation = (information: StoredOAuthClientInformation) => {
    this.information = information;
  };
  tokens = () => this.stored;
  saveTokens = (tokens: StoredOAuthTokens) => {
    this.stored = tokens;
  };
  redirectToAuthorization = (url: URL) => {
    this.asks = url;
  };
  saveCodeVerifier = (verifier: string) => {
    this.verifier = verifier;
  };
  codeVerifier = () => this.verifier;
  saveDiscoveryState = (state: OAuthDiscoveryState) => {
    this.discovered = state;
  };
  discoveryState = () => this.discovered;
  invalidateCredentials = (what: string) => {
    if (what === "tokens" || what === "all") this.stored = undefined;
    if (what === "client" || what === "all") this.information = undefined;
  };

  /** Finds out how to sign in, introduces itself and asks; or renews what it has. */
  begin(): Promise<"AUTHORIZED" | "REDIRECT"> {
    return auth(this, { serverUrl: this.server, fetchFn: this.house.fetch });
  }

  /** Comes back with what the browser was told. */
  async finish(back: URL): Promise<void> {
    const code = back.searchParams.get("code") ?? "";
    const iss = back.searchParams.get("iss") ?? undefined;
    await auth(this, { serverUrl: this.server, authorizationCode: code, iss, fetchFn: this.house.fetch });
  }

  /** Connects to the server of tools; renews its token by itself when that is over. */
  async connect(): Promise<Client> {
    const client = new Client({ name: this.name, version: "1.0.0" });
    const transport = new StreamableHTTPClientTransport(new URL(this.server), {
      authProvider: this,
      fetch: this.house.fetch,
    });
    await client.connect(transport);
    return client;
  }

  /** How its token is met at the door: the status. */
  async knock(token = this.stored?.access_token ?? ""): Promise<number> {
    const answer = await this.house.fetch(this.server, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
        Accept: "application/json, text/event-stream",
      },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }),
    });
    await answer.text();
    return answer.status;
  }

  /** Asks for a token by hand, in its own words. */
  async ask(
    form: Record<string, string>,
  ): Promise<{ status: number; error?: string; access_token?: string }> {
    const answer = await this.house.fetch(`${this.house.url}/oauth/token`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    });
    return { status: answer.status, ...((await answer.json()) as object) };
  }

  /** What it would send with a code, all of it right. */
  withCode(back: URL): Record<string, string> {
    return {
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      client_id: this.information?.client_id ?? "",
      redirect_uri: this.redirectUrl,
      code_verifier: this.verifier,
      resource: this.server,
    };
  }

  /** What it would send to renew. */
  withSecret(secret = this.stored?.refresh_token ?? ""): Record<string, string> {
    const client_id = this.information?.client_id ?? "";
    return { grant_type: "refresh_token", refresh_token: secret, client_id, resource: this.server };
  }
}
