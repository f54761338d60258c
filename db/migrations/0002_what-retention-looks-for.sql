CREATE INDEX `copies_drawn_at` ON `copies` (`at`);--> statement-breakpoint
CREATE INDEX `drafts_unfinished` ON `drafts` (`started_at`) WHERE status <> 'submitted';--> statement-breakpoint
CREATE INDEX `outbox_words` ON `outbox` (`done_at`) WHERE json_extract(content, '$.message.blocks[0]') is not null;