-- Address books take turns: when each is read next, and which of its cards are still to be fetched. How a turn went is no
-- history, so it is kept beside the books and not written into the log.
ALTER TABLE address_book_cards ADD COLUMN etag_there text NOT NULL DEFAULT '';
CREATE INDEX address_book_cards_waiting ON address_book_cards (workspace_id, book_id) WHERE etag_there <> etag;
GRANT UPDATE (etag_there) ON address_book_cards TO firsthand_app;

CREATE TABLE address_book_turns (
  workspace_id uuid NOT NULL,
  book_id uuid NOT NULL,
  next_at timestamptz NOT NULL DEFAULT now(),
  failures integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, book_id),
  FOREIGN KEY (workspace_id, book_id) REFERENCES address_books (workspace_id, id)
);
CREATE INDEX address_book_turns_next ON address_book_turns (next_at);
GRANT SELECT, INSERT ON address_book_turns TO firsthand_app;
GRANT UPDATE (next_at, failures) ON address_book_turns TO firsthand_app;
ALTER TABLE address_book_turns ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_desk ON address_book_turns TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()));
CREATE POLICY for_client_and_jobs ON address_book_turns AS RESTRICTIVE TO firsthand_app USING ((SELECT fence.sees_private()));

-- Where books are kept and under which user name is the client's to know: in the history too.
CREATE POLICY of_books_one_sees ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (subject <> 'address-book' OR (SELECT fence.sees_private()));

-- The desks with an address book whose turn it is, and nothing of what it is: the job opens each desk with its own proof.
CREATE FUNCTION fence.desks_with_due_books(secret text) RETURNS TABLE (workspace_id uuid, zone text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT w.id, w.zone FROM public.workspaces w
    WHERE w.id IN (SELECT t.workspace_id FROM public.address_book_turns t
      JOIN public.address_books b ON b.workspace_id = t.workspace_id AND b.id = t.book_id
      WHERE t.next_at <= now() AND b.removed_at IS NULL AND b.state <> 'paused') LIMIT 200;
END $$;
REVOKE ALL ON FUNCTION fence.desks_with_due_books(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.desks_with_due_books(text) TO firsthand_app;
