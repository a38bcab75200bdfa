import type { Client } from "pg";
import type { Attack } from "./attack";

/** One thing that could be removed from the fence: how, how it comes back, and which attacks it stands against. */
export type Removal = {
  what: string;
  remove: string;
  restore: string;
  against: (attack: Attack) => boolean;
};

const named = (guard: string) => (attack: Attack) => attack.guards?.includes(guard) ?? false;

/** Every sentence with which a function of the fence refuses, taken out by itself. */
export async function refusals(db: Client): Promise<Removal[]> {
  const functions = await fenceFunctions(db);
  return functions.flatMap(({ name, definition }) =>
    [...definition.matchAll(/RAISE EXCEPTION '([^']+)' USING ERRCODE = '(\w+)';/g)].map((match) => ({
      what: `refusal "${match[1]}" in ${name}`,
      remove: `${definition.slice(0, match.index)}NULL;${definition.slice(match.index + match[0].length)}`,
      restore: definition,
      against: (attack: Attack) => attack.no === `${match[2]} ${match[1]}`,
    })),
  );
}

/** Single conditions and assignments inside the functions. */
export async function lines(
  db: Client,
  wanted: { name: string; in: string; find: string; replace: string }[],
): Promise<Removal[]> {
  const functions = await fenceFunctions(db);
  return wanted.map((line) => {
    const definition = functions.find((one) => one.name === line.in)?.definition ?? "";
    const remove = definition.replaceAll(line.find, line.replace);
    if (remove === definition)
      throw new Error(`There is no "${line.find}" in ${line.in}: look at "${line.name}".`);
    return { what: `line ${line.name}`, remove, restore: definition, against: named(`line ${line.name}`) };
  });
}

/** Every trigger on a table. It stands against what its function refuses, and against what names it. */
export async function triggers(db: Client): Promise<Removal[]> {
  const { rows } = await db.query<{ table: string; name: string; source: string }>(
    `SELECT t.tgrelid::regclass::text AS table, t.tgname AS name, p.prosrc AS source
     FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  return rows.map(({ table, name, source }) => ({
    what: `trigger ${table}.${name}`,
    remove: `ALTER TABLE ${table} DISABLE TRIGGER ${name}`,
    restore: `ALTER TABLE ${table} ENABLE TRIGGER ${name}`,
    against: (attack) =>
      named(`trigger ${table}.${name}`)(attack) ||
      (attack.no.startsWith("FH") && source.includes(attack.no.slice(6)) && attack.no !== writer),
  }));
}
const writer = "FH001 fence: nobody has proved who is writing";

/** Every check and key of a table but those that only keep things tidy. */
export async function constraints(db: Client, table: string, tidy: string[]): Promise<Removal[]> {
  const { rows } = await db.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = $1::regclass AND contype IN ('c', 'f') ORDER BY 1`,
    [table],
  );
  return rows
    .filter(({ name }) => !tidy.includes(name))
    .map(({ name, definition }) => ({
      what: `constraint ${name}`,
      remove: `ALTER TABLE ${table} DROP CONSTRAINT ${name}`,
      restore: `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition} NOT VALID`,
      against: (attack) => attack.no.endsWith(` ${name}`),
    }));
}

/** Every policy for the app's role, made to let everything through: what may be seen, and what may be written. */
export async function policies(db: Client, checkedByPolicyAlone: string[]): Promise<Removal[]> {
  const { rows } = await db.query<{
    table: string;
    name: string;
    kind: string;
    command: string;
    using: string | null;
    check: string | null;
  }>(`SELECT tablename AS table, policyname AS name, permissive AS kind, cmd AS command, qual AS using, with_check AS check
      FROM pg_policies WHERE 'firsthand_app' = ANY (roles) ORDER BY 1, 2`);
  return rows.flatMap(({ table, name, kind, command, using, check }) => {
    const create = (u: string | null, c: string | null) =>
      `DROP POLICY IF EXISTS ${name} ON ${table}; CREATE POLICY ${name} ON ${table} AS ${kind} FOR ${command} TO firsthand_app
        ${u === null ? "" : `USING (${u})`} ${c === null ? "" : `WITH CHECK (${c})`}`;
    const restore = create(using, check);
    const seen: Removal = {
      what: `policy ${table}.${name}`,
      remove: create("true", check),
      restore,
      against: named(`policy ${table}.${name}`),
    };
    const written: Removal = {
      what: `check of policy ${table}.${name}`,
      remove: create(using, "true"),
      restore,
      against: named(`check of policy ${table}.${name}`),
    };
    return [
      ...(using === null ? [] : [seen]),
      ...(checkedByPolicyAlone.includes(table) && check ? [written] : []),
    ];
  });
}

/** Rights that the app's role does not have, given to it. */
export function grants(attacks: Attack[]): Removal[] {
  const wanted = new Set(
    attacks.flatMap((attack) => attack.guards ?? []).filter((guard) => guard.startsWith("grant ")),
  );
  return [...wanted].map((guard) => {
    const right = guard.slice("grant ".length);
    return {
      what: guard,
      remove: `GRANT ${right} TO firsthand_app`,
      restore: `REVOKE ${right} FROM firsthand_app`,
      against: named(guard),
    };
  });
}

/** Everything that removals touch, as text: the same before and after, or a removal was not put back. */
export async function fingerprint(db: Client): Promise<string> {
  const { rows } = await db.query(
    `SELECT string_agg(line, E'\\n' ORDER BY line) AS text FROM (
       SELECT pg_get_functiondef(oid) AS line FROM pg_proc WHERE pronamespace = 'fence'::regnamespace
       UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT conrelid::regclass || ' ' || conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace
       UNION ALL SELECT tablename || policyname || permissive || cmd || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies) AS lines`,
  );
  return rows[0].text;
}

async function fenceFunctions(db: Client): Promise<{ name: string; definition: string }[]> {
  const { rows } = await db.query(
    "SELECT proname AS name, pg_get_functiondef(oid) AS definition FROM pg_proc WHERE pronamespace = 'fence'::regnamespace ORDER BY 1",
  );
  return rows;
}
