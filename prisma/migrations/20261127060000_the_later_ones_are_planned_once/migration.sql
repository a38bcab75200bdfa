-- What 20261126180000 did for the functions of the fence that were there, for those that have come since: PostgreSQL before version 18
-- keeps no plan for one written in SQL. What they say is not changed by a letter. From here on a test holds new ones to it
-- (guards/planned-once).

DO $$
DECLARE
  f record;
  body text;
BEGIN
  FOR f IN
    SELECT p.prosrc, p.proretset, pg_get_functiondef(p.oid) AS definition
    FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang JOIN pg_type t ON t.oid = p.prorettype
    WHERE p.pronamespace = 'fence'::regnamespace AND p.prokind = 'f' AND l.lanname = 'sql' AND p.prosecdef AND p.provolatile = 's'
      AND (p.proretset OR t.typtype IN ('b', 'r')) AND p.prosrc !~ ';'
  LOOP
    body := CASE
      WHEN f.proretset THEN 'RETURN QUERY' || f.prosrc || ';'
      WHEN f.prosrc ~ '\m(FROM|WHERE)\M' THEN 'RETURN (' || f.prosrc || ');'
      -- Without a table it is worked out where it stands.
      ELSE 'RETURN ' || regexp_replace(f.prosrc, '^\s*SELECT\s', '') || ';' END;
    -- Of a column and a parameter of the same name, the column is meant: so it is in SQL.
    EXECUTE replace(replace(f.definition, '$function$' || f.prosrc || '$function$',
      E'$function$\n#variable_conflict use_column\nBEGIN\n' || body || E'\nEND $function$'), ' LANGUAGE sql', ' LANGUAGE plpgsql');
  END LOOP;
END $$;

-- This one gives back two columns by their names.
CREATE OR REPLACE FUNCTION fence.strictness(desk uuid, keys text[], OUT greetings boolean, OUT everything boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  SELECT coalesce(bool_or(c.greet_in_person OR c.default_tag IS NOT NULL), false), coalesce(bool_or(c.default_tag IS NOT NULL), false)
  INTO greetings, everything
  FROM public.circles c WHERE c.workspace_id = desk AND c.key = ANY (keys);
END $$;
