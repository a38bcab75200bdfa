-- What went out these days, whoever got it: looked through whenever somebody types words, so never by walking all gestures.
CREATE INDEX gestures_with_words ON gestures (workspace_id, at DESC) WHERE words <> '' AND undone_at IS NULL;
-- Who comes to a meeting is known by their address.
CREATE INDEX person_facts_by_email ON person_facts (workspace_id, lower(value)) WHERE kind = 'email' AND removed_at IS NULL;
