CREATE TABLE `alarms` (
	`n` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`subject` text NOT NULL,
	`at` text NOT NULL,
	`about` text NOT NULL,
	`status` text NOT NULL,
	`rung_at` text,
	`outcome` text,
	CONSTRAINT "alarms_about_is_json" CHECK(json_valid("alarms"."about")),
	CONSTRAINT "alarms_status" CHECK("alarms"."status" in ('waiting', 'rung', 'cancelled'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `alarms_key_unique` ON `alarms` (`key`);--> statement-breakpoint
CREATE INDEX `alarms_due` ON `alarms` (`status`,`at`);--> statement-breakpoint
CREATE INDEX `alarms_of_subject` ON `alarms` (`subject`,`status`,`at`);--> statement-breakpoint
CREATE TABLE `copies` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`line` text NOT NULL,
	`card` text NOT NULL,
	`subject` text NOT NULL,
	`input` text,
	`viewer` text,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`conversation` text NOT NULL,
	`message` text NOT NULL,
	`reach` text,
	`drawn` text NOT NULL,
	`at` text NOT NULL,
	CONSTRAINT "copies_input_is_json" CHECK(json_valid("copies"."input"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `copies_id_unique` ON `copies` (`id`);--> statement-breakpoint
CREATE INDEX `copies_of_subject` ON `copies` (`subject`);--> statement-breakpoint
CREATE UNIQUE INDEX `copies_at` ON `copies` (`platform`,`conversation`,`message`);--> statement-breakpoint
CREATE TABLE `touches` (
	`subject` text PRIMARY KEY NOT NULL,
	`touched` integer NOT NULL,
	`settled` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `touches_stale` ON `touches` (`subject`) WHERE touched > settled;--> statement-breakpoint
CREATE TABLE `channels` (
	`group` text NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`conversation` text NOT NULL,
	`kind` text NOT NULL,
	`reach` text,
	PRIMARY KEY(`platform`, `tenant`, `conversation`),
	CONSTRAINT "channels_kind" CHECK("channels"."kind" in ('direct', 'group', 'channel', 'desk'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `channels_of_group` ON `channels` (`group`,`platform`,`tenant`);--> statement-breakpoint
CREATE TABLE `doors` (
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`user` text NOT NULL,
	`person` text NOT NULL,
	`how` text NOT NULL,
	`since` text NOT NULL,
	`reach` text,
	`last_used` text NOT NULL,
	PRIMARY KEY(`platform`, `tenant`, `user`),
	CONSTRAINT "doors_how" CHECK("doors"."how" in ('email', 'code', 'profile'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `doors_of_person` ON `doors` (`person`,`since`);--> statement-breakpoint
CREATE TABLE `answers` (
	`draft` text NOT NULL,
	`question` text NOT NULL,
	`value` text,
	`sealed` integer NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`draft`, `question`),
	FOREIGN KEY (`draft`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answers_value_is_json" CHECK(json_valid("answers"."value")),
	CONSTRAINT "answers_sealed_ones_hold_no_words" CHECK("answers"."sealed" in (0, 1) and ("answers"."sealed" = 0 or "answers"."value" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`form` text NOT NULL,
	`subject` text NOT NULL,
	`owed` text NOT NULL,
	`started_by` text NOT NULL,
	`started_at` text NOT NULL,
	`status` text NOT NULL,
	`amends` text,
	CONSTRAINT "drafts_status" CHECK("drafts"."status" in ('open', 'submitted', 'discarded'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_id_unique` ON `drafts` (`id`);--> statement-breakpoint
CREATE INDEX `drafts_of_subject` ON `drafts` (`subject`);--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_one_open` ON `drafts` (`subject`,`form`,`owed`) WHERE status = 'open';--> statement-breakpoint
CREATE TABLE `journal` (
	`n` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`as` text,
	`verb` text NOT NULL,
	`subject` text,
	`detail` text NOT NULL,
	`before` text NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "journal_detail_is_json" CHECK(json_valid("journal"."detail")),
	CONSTRAINT "journal_hashes" CHECK(length("journal"."before") = 64 and length("journal"."hash") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `journal_of_subject` ON `journal` (`subject`);--> statement-breakpoint
CREATE TABLE `journal_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "journal_head_is_one" CHECK("journal_head"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `links` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`person` text NOT NULL,
	`target` text NOT NULL,
	`expires_at` text NOT NULL,
	`once` integer NOT NULL,
	`spent_at` text,
	CONSTRAINT "links_purpose" CHECK("links"."purpose" in ('desk', 'session', 'code', 'calendar'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `links_of_person` ON `links` (`person`,`purpose`);--> statement-breakpoint
CREATE INDEX `links_expiry` ON `links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`key` text NOT NULL,
	`to` text NOT NULL,
	`content` text NOT NULL,
	`unless_done` text,
	`statutory` integer NOT NULL,
	`not_before` text NOT NULL,
	`written_at` text NOT NULL,
	`attachments` text,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`done_at` text,
	`outcome` text,
	`subject` text,
	`person` text,
	CONSTRAINT "outbox_to_is_json" CHECK(json_valid("outbox"."to")),
	CONSTRAINT "outbox_content_is_json" CHECK(json_valid("outbox"."content")),
	CONSTRAINT "outbox_status" CHECK("outbox"."status" in ('waiting', 'sent', 'skipped', 'undeliverable'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_id_unique` ON `outbox` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`status`,`not_before`);--> statement-breakpoint
CREATE INDEX `outbox_of_subject` ON `outbox` (`subject`);--> statement-breakpoint
CREATE INDEX `outbox_of_person` ON `outbox` (`person`);--> statement-breakpoint
CREATE TABLE `seen` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `seen_at` ON `seen` (`at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `facts` (
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`as` text,
	`data` text NOT NULL,
	PRIMARY KEY(`subject`, `version`),
	FOREIGN KEY (`subject`) REFERENCES `subjects`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "facts_data_is_json" CHECK(json_valid("facts"."data"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `subjects` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`profile` text NOT NULL,
	`open` integer NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "subjects_open_is_yes_or_no" CHECK("subjects"."open" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `subjects_id_unique` ON `subjects` (`id`);--> statement-breakpoint
CREATE INDEX `subjects_open` ON `subjects` (`open`,`created_at`);--> statement-breakpoint
CREATE INDEX `subjects_open_of_kind` ON `subjects` (`kind`,`open`,`created_at`);--> statement-breakpoint
CREATE INDEX `subjects_of_kind` ON `subjects` (`kind`,`created_at`);--> statement-breakpoint
CREATE TABLE `vault_answers` (
	`subject` text NOT NULL,
	`slot` text NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`subject`, `slot`),
	FOREIGN KEY (`subject`) REFERENCES `vault_keys`(`subject`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `vault_keys` (
	`subject` text PRIMARY KEY NOT NULL,
	`wrapped` blob
) STRICT;
