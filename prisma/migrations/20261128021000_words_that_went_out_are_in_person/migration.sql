-- Fence 1 and 4, of the words with which a task is closed, as of those of a draft (ink_is_in_person): the gesture says whose they were by
-- who closed it, and what a program with the client's own token says went out was not written by the client. Words of a draft come from
-- the draft itself, after this.
CREATE TRIGGER a_ink BEFORE UPDATE ON tasks FOR EACH ROW
  WHEN (NEW.closing_words <> '' AND NEW.closing_words IS DISTINCT FROM OLD.closing_words)
  EXECUTE FUNCTION fence.guard_ink();
