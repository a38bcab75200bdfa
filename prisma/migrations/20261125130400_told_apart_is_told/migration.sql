-- Fence 9: that two people are two, or that nobody knows any more, is a change like any other: written down for each of the
-- two, and private where either is. So is what the columns of a table mean, which every later import reads it by.
CREATE FUNCTION fence.log_told_apart() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pairs) THEN RETURN NULL; END IF;
  PERFORM fence.append(fence.writer(), 'person', (SELECT array_agg(jsonb_build_object(
      'b', jsonb_build_object('workspace_id', d.workspace_id, 'id', w.id, 'is_private', one.is_private OR other.is_private, 'told_apart', TG_OP = 'DELETE'),
      'a', jsonb_build_object('workspace_id', d.workspace_id, 'id', w.id, 'is_private', one.is_private OR other.is_private, 'told_apart', TG_OP = 'INSERT')))
    FROM pairs d JOIN public.persons one ON one.workspace_id = d.workspace_id AND one.id = d.one_id
    JOIN public.persons other ON other.workspace_id = d.workspace_id AND other.id = d.other_id
    CROSS JOIN LATERAL (VALUES (d.one_id), (d.other_id)) AS w (id)));
  RETURN NULL;
END $$;
CREATE TRIGGER z_log_inserted AFTER INSERT ON distinct_people REFERENCING NEW TABLE AS pairs FOR EACH STATEMENT EXECUTE FUNCTION fence.log_told_apart();
CREATE TRIGGER z_log_deleted AFTER DELETE ON distinct_people REFERENCING OLD TABLE AS pairs FOR EACH STATEMENT EXECUTE FUNCTION fence.log_told_apart();

CREATE FUNCTION fence.log_columns() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.mapping IS DISTINCT FROM (CASE WHEN TG_OP = 'UPDATE' THEN OLD.mapping END) THEN
    PERFORM fence.append(fence.writer(), 'desk', ARRAY[jsonb_build_object(
      'b', jsonb_build_object('id', NEW.workspace_id, 'table_columns', CASE WHEN TG_OP = 'UPDATE' THEN OLD.mapping END),
      'a', jsonb_build_object('id', NEW.workspace_id, 'table_columns', NEW.mapping))]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER z_log_changed AFTER INSERT OR UPDATE ON csv_layouts FOR EACH ROW EXECUTE FUNCTION fence.log_columns();
