ALTER TABLE `copies` ADD `leaving` text;--> statement-breakpoint
ALTER TABLE `copies` ADD `became` text;--> statement-breakpoint
ALTER TABLE `copies` ADD `left_at` text;--> statement-breakpoint
CREATE INDEX `copies_of_viewer` ON `copies` (`viewer`);--> statement-breakpoint
CREATE INDEX `copies_leaving` ON `copies` (`leaving`) WHERE leaving is not null;