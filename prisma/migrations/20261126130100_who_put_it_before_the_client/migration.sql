-- Who put words before the client stands in the mail that leaves ("sent by Ana for Mira", J2). A client who takes back that they asked
-- for changes, or that their assistant may answer, has put nothing there: whoever did stays named.
CREATE OR REPLACE FUNCTION fence.guard_draft() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  changed boolean;
  lay record;
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.task_id) IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.task_id)) THEN
    RAISE EXCEPTION 'fence: a draft stays with its task' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF c.user_id IS NULL OR NEW.state <> 'draft' OR (c.role <> 'client' AND fence.is_hidden(NEW.workspace_id, 'task', NEW.task_id)) THEN
      RAISE EXCEPTION 'fence: a draft begins as one, by a person' USING ERRCODE = 'FH004';
    END IF;
    NEW.version := 1; NEW.latest := 0; NEW.attachments_sum := ''; NEW.submitted_at := NULL; NEW.submitted_by := NULL; NEW.sent_at := NULL; NEW.removed_at := NULL;
    NEW.made_by := c.user_id; NEW.made_role := c.role; NEW.made_at := date_trunc('milliseconds', clock_timestamp());
    RETURN NEW;
  END IF;
  IF OLD.state = 'sent' THEN
    RAISE EXCEPTION 'fence: what went out stays as it was' USING ERRCODE = 'FH004';
  END IF;
  NEW.version := OLD.version + 1;
  NEW.made_by := OLD.made_by; NEW.made_role := OLD.made_role; NEW.made_at := OLD.made_at;
  NEW.submitted_at := OLD.submitted_at; NEW.submitted_by := OLD.submitted_by; NEW.sent_at := OLD.sent_at;
  changed := (NEW.latest, NEW.way, NEW.account_id, NEW.recipients, NEW.subject, NEW.in_reply_to, NEW.reference_ids, NEW.attachments_sum, NEW.wants_proof, NEW.removed_at)
    IS DISTINCT FROM (OLD.latest, OLD.way, OLD.account_id, OLD.recipients, OLD.subject, OLD.in_reply_to, OLD.reference_ids, OLD.attachments_sum, OLD.wants_proof, OLD.removed_at);
  IF changed AND fence.is_leaving(OLD.workspace_id, OLD.id) THEN
    RAISE EXCEPTION 'fence: words that are leaving stay as they are' USING ERRCODE = 'FH004';
  END IF;
  -- A job writes nothing: it says that a time has passed, and that words went out.
  IF c.role = 'system' AND (changed OR NEW.needed_by IS DISTINCT FROM OLD.needed_by OR (NEW.state <> OLD.state AND NEW.state NOT IN ('expired', 'sent')
    AND NOT (OLD.state IN ('approved', 'released') AND NEW.state IN ('draft', 'submitted')))) THEN
    RAISE EXCEPTION 'fence: a job writes no words' USING ERRCODE = 'FH004';
  END IF;
  -- Any change voids the approval (the trigger after this one does it).
  IF changed AND OLD.state IN ('approved', 'released') THEN
    NEW.state := CASE WHEN OLD.submitted_at IS NULL THEN 'draft' ELSE 'submitted' END;
  END IF;
  IF NEW.state <> OLD.state THEN
    -- Judged on the row as it was: changing words and letting them go in one stroke is changing them.
    IF NEW.state = 'approved' AND (changed OR NOT fence.is_approved(OLD.workspace_id, OLD.id)) THEN
      RAISE EXCEPTION 'fence: only the client approves, and exactly this' USING ERRCODE = 'FH004';
    ELSIF NEW.state = 'released' AND (changed OR OLD.state = 'approved' OR c.user_id IS NULL OR coalesce(OLD.needed_by <= clock_timestamp(), false)
      OR NOT fence.may_be_released(OLD.workspace_id, OLD.id)) THEN
      RAISE EXCEPTION 'fence: nobody but the client may let this go' USING ERRCODE = 'FH004';
    ELSIF NEW.state = 'changes-requested' AND (NOT fence.in_person(c) OR OLD.state <> 'submitted') THEN
      RAISE EXCEPTION 'fence: only the client asks for changes' USING ERRCODE = 'FH005';
    ELSIF NEW.state = 'expired' AND NOT (OLD.state IN ('draft', 'submitted', 'changes-requested') AND coalesce(OLD.needed_by <= clock_timestamp(), false)) THEN
      RAISE EXCEPTION 'fence: a draft expires at its time, and not before' USING ERRCODE = 'FH005';
    ELSIF OLD.state = 'expired' AND coalesce(NEW.needed_by <= clock_timestamp(), false) THEN
      RAISE EXCEPTION 'fence: what is expired is held until it has another time' USING ERRCODE = 'FH005';
    ELSIF NEW.state = 'sent' AND NOT (
      EXISTS (SELECT 1 FROM public.sendings s WHERE s.workspace_id = OLD.workspace_id AND s.draft_id = OLD.id AND s.state = 'sent')
      OR (OLD.state = 'approved' AND OLD.way = 'elsewhere' AND c.user_id IS NOT NULL AND fence.is_approved(OLD.workspace_id, OLD.id)
        AND (fence.in_person(c) OR EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = OLD.workspace_id AND t.id = OLD.task_id AND t.tag = 'delegable')))) THEN
      RAISE EXCEPTION 'fence: nothing went out that was not let go' USING ERRCODE = 'FH004';
    END IF;
    IF NEW.state = 'submitted' AND OLD.state NOT IN ('approved', 'released') AND NOT (OLD.state = 'expired' AND OLD.submitted_at IS NOT NULL) THEN
      NEW.submitted_at := date_trunc('milliseconds', clock_timestamp()); NEW.submitted_by := c.user_id;
      -- What is only taken back was put there by whoever had put it there: nothing has happened to it since it lay there.
      SELECT e.before ->> 'submitted_at' AS put_at, e.before ->> 'submitted_by' AS put_by INTO lay FROM public.log_entries e
        WHERE e.workspace_id = OLD.workspace_id AND e.subject_id = OLD.id AND e.subject = 'draft' AND e.version = OLD.version
          AND e.before ->> 'state' = 'submitted' AND (c.verb = 'undo-task' OR (fence.in_person(c) AND e.by_user = c.user_id));
      IF FOUND AND NOT changed THEN
        NEW.submitted_at := coalesce(OLD.submitted_at, lay.put_at::timestamptz, NEW.submitted_at);
        NEW.submitted_by := coalesce(OLD.submitted_by, lay.put_by::uuid, NEW.submitted_by);
      END IF;
    ELSIF NEW.state = 'draft' THEN
      NEW.submitted_at := NULL; NEW.submitted_by := NULL;
    ELSIF NEW.state = 'sent' THEN
      NEW.sent_at := date_trunc('milliseconds', clock_timestamp());
    END IF;
  END IF;
  RETURN NEW;
END $$;
