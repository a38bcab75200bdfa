-- Functions of the fence that look something up are read and planned once a connection, no longer at every call: PostgreSQL keeps
-- no plan for one written in SQL before version 18, and was at "who is this?" longer than at the page that asked. None of these
-- could be put into the question that asks it anyway, as each has its owner's rights. What they say is not changed by a letter.

DO $$
DECLARE
  f record;
  body text;
BEGIN
  FOR f IN
    SELECT p.prosrc, p.proretset, pg_get_functiondef(p.oid) AS definition
    FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang JOIN pg_type t ON t.oid = p.prorettype
    WHERE p.pronamespace = 'fence'::regnamespace AND p.prokind = 'f' AND l.lanname = 'sql' AND p.prosecdef AND p.provolatile = 's'
      AND (p.proretset OR t.typtype = 'b') AND p.prosrc !~ ';'
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
