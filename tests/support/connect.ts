import { Client, type QueryConfig, type QueryResult } from "pg";

/** As a connection begins, but for what PostgreSQL has planned for its own functions. */
const ANEW =
  "ROLLBACK; CLOSE ALL; SET SESSION AUTHORIZATION DEFAULT; RESET ALL; DEALLOCATE ALL; UNLISTEN *; SELECT pg_advisory_unlock_all(); " +
  "DISCARD TEMP; DISCARD SEQUENCES";

/** A connection of a test's own. What it is asked with values is read and planned once: scenes are set by few questions, often. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  rememberQuestions(client);
  await client.connect();
  return client;
}

/** Takes back whatever an attack has left on a connection. */
export async function beginAnew(client: Client): Promise<void> {
  await client.query(ANEW);
}

function rememberQuestions(client: Client): void {
  const names = new Map<string, string>();
  let count = 0;
  const ask = client.query.bind(client) as (config: QueryConfig) => Promise<QueryResult>;
  const remembering = (question: string | QueryConfig, values?: unknown[]) => {
    const config = typeof question === "string" ? { text: question, values } : question;
    if (config.text === ANEW) names.clear();
    if (!config.values?.length || config.name) return ask(config);
    const known = names.get(config.text);
    const name = known ?? `scene-${count}`;
    if (known === undefined) count += 1;
    names.set(config.text, name);
    return ask({ ...config, name });
  };
  client.query = remembering as typeof client.query;
}
