-- An agent that only prepares does not say that words went out elsewhere either, nor has words carried again that failed to leave.
CREATE TRIGGER a_draft_only BEFORE UPDATE ON drafts FOR EACH ROW
  WHEN (NEW.state = 'sent' AND OLD.state <> 'sent') EXECUTE FUNCTION fence.guard_draft_only();
CREATE TRIGGER a_draft_only_again BEFORE UPDATE ON sendings FOR EACH ROW
  WHEN (NEW.state = 'held' AND OLD.state <> 'held') EXECUTE FUNCTION fence.guard_draft_only();
