import { readFileSync } from "node:fs";
import { Client } from "pg";
import { expect, test } from "vitest";
import { ownDatabase } from "../../support/own-database";

/** A column in few words: "uuid", "text[]", "integer?", as both sides can say it. */
type Columns = Record<string, string>;

const TYPES: Record<string, string> = {
  String: "text",
  Int: "integer",
  BigInt: "bigint",
  Boolean: "boolean",
  Json: "jsonb",
  Bytes: "bytea",
};

/** What schema.prisma says of each table: the scalar fields of its model, under their columns' names. */
function readSchema(): Record<string, Columns> {
  const tables: Record<string, Columns> = {};
  for (const [, body = ""] of readFileSync("prisma/schema.prisma", "utf8").matchAll(
    /^model \w+ \{([\s\S]*?)^\}/gm,
  )) {
    const columns: Columns = {};
    for (const line of body.split("\n")) {
      const field = /^\s+(\w+)\s+(String|Int|BigInt|Boolean|Json|Bytes|DateTime)(\?|\[\])?(.*)$/.exec(line);
      if (!field) continue;
      const [, name = "", type = "", many = "", rest = ""] = field;
      const column = /(?<!@)@map\("(\w+)"\)/.exec(rest)?.[1] ?? name;
      columns[column] = `${/@db\.(\w+)/.exec(rest)?.[1]?.toLowerCase() ?? TYPES[type]}${many}`;
    }
    tables[/@@map\("(\w+)"\)/.exec(body)?.[1] ?? ""] = columns;
  }
  return tables;
}

/** What the migrations made. */
async function readDatabase(): Promise<Record<string, Columns>> {
  const client = new Client({ connectionString: ownDatabase().ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ relation: string; name: string; type: string; not_null: boolean }>(
    `SELECT c.relname AS relation, a.attname AS name, format_type(a.atttypid, NULL) AS type, a.attnotnull AS not_null
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
  );
  await client.end();
  const tables: Record<string, Columns> = {};
  for (const { relation, name, type, not_null } of rows) {
    tables[relation] ??= {};
    const plain = type.replace("timestamp with time zone", "timestamptz");
    tables[relation][name] = not_null ? plain : `${plain}?`;
  }
  return tables;
}

test("Whoever reads schema.prisma reads what the migrations made", async () => {
  const said = readSchema();

  const made = await readDatabase();

  expect(Object.keys(said).length).toBeGreaterThan(15);
  for (const [table, columns] of Object.entries(said))
    expect({ table, columns: made[table] }).toEqual({ table, columns });
  const unspoken = Object.keys(made).filter((table) => !(table in said));
  expect(unspoken.sort()).toEqual(["_prisma_migrations", "log_heads"]);
});
