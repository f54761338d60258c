-- Facts and the journal are only ever added to. A correction is a new fact; a mistake in the journal is followed by another entry.

CREATE TRIGGER `facts_are_never_changed` BEFORE UPDATE ON `facts`
BEGIN SELECT RAISE(ABORT, 'facts are never changed: append a correction'); END;
--> statement-breakpoint
CREATE TRIGGER `facts_are_never_removed` BEFORE DELETE ON `facts`
BEGIN SELECT RAISE(ABORT, 'facts are never removed'); END;
--> statement-breakpoint
-- INSERT OR REPLACE removes without firing the trigger above.
CREATE TRIGGER `facts_are_never_replaced` BEFORE INSERT ON `facts`
WHEN EXISTS (SELECT 1 FROM `facts` WHERE `subject` = NEW.`subject` AND `version` = NEW.`version`)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_changed` BEFORE UPDATE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_shortened` BEFORE DELETE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_follows_its_head` BEFORE INSERT ON `journal`
WHEN NOT EXISTS (SELECT 1 FROM `journal_head` WHERE `n` = NEW.`n` - 1 AND `hash` = NEW.`before`)
BEGIN SELECT RAISE(ABORT, 'a journal entry follows the last one'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_moves_its_head` AFTER INSERT ON `journal`
BEGIN UPDATE `journal_head` SET `n` = NEW.`n`, `hash` = NEW.`hash`; END;
--> statement-breakpoint
CREATE TRIGGER `journal_head_is_never_removed` BEFORE DELETE ON `journal_head`
BEGIN SELECT RAISE(ABORT, 'the journal remembers its head'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_head_only_moves_on` BEFORE UPDATE ON `journal_head`
WHEN NEW.`n` <> OLD.`n` + 1
BEGIN SELECT RAISE(ABORT, 'the head of the journal moves on one entry at a time'); END;
--> statement-breakpoint
-- The first entry follows this: the hash of nothing.
INSERT INTO `journal_head` (`id`, `n`, `hash`) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
