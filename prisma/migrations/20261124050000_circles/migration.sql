-- Circles are the client's to shape: what they are called, how often one likes to hear from each other, what must be the
-- client towards them. Somebody may be in several; the first is the nearest. How strict a circle is, is a rule (fence 3).
CREATE TABLE circles (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  key text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (name <> ''),
  position integer NOT NULL DEFAULT 0,
  greet_in_person boolean NOT NULL DEFAULT false,
  default_tag text CHECK (default_tag = 'must-be-you'),
  cadence_days integer CHECK (cadence_days BETWEEN 1 AND 3650),
  lead_days integer CHECK (lead_days BETWEEN 0 AND 365),
  reply_within_hours integer CHECK (reply_within_hours BETWEEN 1 AND 8760),
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, key),
  UNIQUE (workspace_id, id)
);

CREATE FUNCTION fence.start_circles(desk uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.circles (workspace_id, key, name, position, greet_in_person, reply_within_hours) VALUES
    (desk, 'inner', 'Inner circle', 1, true, 24), (desk, 'friends', 'Friends', 2, false, 72),
    (desk, 'professional', 'Professional', 3, false, 72), (desk, 'wider', 'Wider circle', 4, false, 168)
$$;
SELECT fence.start_circles(w.id) FROM workspaces w;

CREATE OR REPLACE FUNCTION fence.found_desk(desk uuid, founder uuid, desk_slug text, desk_name text, desk_zone text, desk_colour text, demo boolean) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.workspaces (id, slug, name, zone, colour, is_demo) VALUES (desk, desk_slug, desk_name, desk_zone, desk_colour, demo);
  INSERT INTO public.log_heads (workspace_id) VALUES (desk);
  PERFORM fence.leave_context(ROW(founder, 'client', desk, 'arrival', 'found-desk')::fence.context, true);
  INSERT INTO public.memberships (workspace_id, user_id, role) VALUES (desk, founder, 'client');
  PERFORM fence.start_circles(desk);
  PERFORM set_config('firsthand.context', '', true);
END $$;

ALTER TABLE persons DROP CONSTRAINT persons_circle_check, ADD COLUMN circles text[];
ALTER TABLE persons DISABLE TRIGGER USER;
UPDATE persons SET circles = ARRAY[circle];
ALTER TABLE persons ENABLE TRIGGER USER;
ALTER TABLE persons ALTER COLUMN circles SET NOT NULL, ADD CONSTRAINT persons_in_a_circle CHECK (cardinality(circles) > 0 AND circle IS NOT DISTINCT FROM circles[1]),
  ADD FOREIGN KEY (workspace_id, circle) REFERENCES circles (workspace_id, key);
CREATE INDEX persons_by_circle ON persons USING gin (circles) WHERE removed_at IS NULL;

-- What must be the client towards people in these circles: their greetings, or everything. NULL circles are not strict.
CREATE FUNCTION fence.strictness(desk uuid, keys text[], OUT greetings boolean, OUT everything boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(bool_or(c.greet_in_person OR c.default_tag IS NOT NULL), false), coalesce(bool_or(c.default_tag IS NOT NULL), false)
  FROM public.circles c WHERE c.workspace_id = desk AND c.key = ANY (keys)
$$;

-- Fence 2 and 6, one step earlier: moving somebody out of a circle that is greeted in person would make every later
-- birthday of theirs delegable, and so would removing them and writing them down again. Both are the client's.
CREATE FUNCTION fence.guard_circles_of_person() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  was record;
  is_now record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.circles := coalesce(NEW.circles, ARRAY[NEW.circle]);
  ELSIF NEW.circles IS NOT DISTINCT FROM OLD.circles AND NEW.circle <> OLD.circle THEN
    NEW.circles := ARRAY[NEW.circle] || array_remove(array_remove(OLD.circles, NEW.circle), OLD.circle);
  END IF;
  NEW.circle := NEW.circles[1];
  IF TG_OP = 'INSERT' OR NEW.circles <> OLD.circles THEN
    IF EXISTS (SELECT 1 FROM unnest(NEW.circles) AS k WHERE NOT EXISTS (SELECT 1 FROM public.circles c
      WHERE c.workspace_id = NEW.workspace_id AND c.key = k AND c.removed_at IS NULL)) THEN
      RAISE EXCEPTION 'fence: somebody is put into circles that there are' USING ERRCODE = 'FH006';
    END IF;
  END IF;
  IF TG_OP = 'INSERT' OR (fence.writer()).role = 'client' THEN RETURN NEW; END IF;
  IF NEW.circles <> OLD.circles OR (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL) THEN
    was := fence.strictness(OLD.workspace_id, OLD.circles);
    is_now := fence.strictness(NEW.workspace_id, NEW.circles);
    -- Somebody an import has just made, untouched since, may be taken back with it.
    IF (was.greetings AND NOT is_now.greetings) OR (was.everything AND NOT is_now.everything)
      OR (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL AND was.greetings AND NOT (OLD.version = 1 AND OLD.import_id IS NOT NULL)) THEN
      RAISE EXCEPTION 'fence: only the client takes somebody out of a strict circle' USING ERRCODE = 'FH003';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_circles BEFORE INSERT OR UPDATE ON persons FOR EACH ROW EXECUTE FUNCTION fence.guard_circles_of_person();

-- A circle with people in it stays, and so do the four that every desk starts with.
CREATE FUNCTION fence.guard_circle() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.workspace_id <> OLD.workspace_id OR NEW.key <> OLD.key OR NEW.id <> OLD.id) THEN
    RAISE EXCEPTION 'fence: a circle stays what it is' USING ERRCODE = 'FH008';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END;
  IF NEW.removed_at IS NOT NULL AND (NEW.key IN ('inner', 'friends', 'professional', 'wider')
    OR EXISTS (SELECT 1 FROM public.persons p WHERE p.workspace_id = NEW.workspace_id AND p.removed_at IS NULL AND p.circles @> ARRAY[NEW.key])) THEN
    RAISE EXCEPTION 'fence: a circle with people in it stays' USING ERRCODE = 'FH006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_client_only BEFORE INSERT OR UPDATE ON circles FOR EACH ROW EXECUTE FUNCTION fence.guard_client_only();
CREATE TRIGGER b_guard_circle BEFORE INSERT OR UPDATE ON circles FOR EACH ROW EXECUTE FUNCTION fence.guard_circle();
CREATE TRIGGER z_log_inserted AFTER INSERT ON circles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted('circle');
CREATE TRIGGER z_log_updated AFTER UPDATE ON circles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated('circle');

GRANT SELECT, INSERT ON circles TO firsthand_app;
GRANT UPDATE (name, position, greet_in_person, default_tag, cadence_days, lead_days, reply_within_hours, removed_at) ON circles TO firsthand_app;
GRANT UPDATE (circles) ON persons TO firsthand_app;
ALTER TABLE circles ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_desk ON circles TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()));
