/** Where a case is, in the words of the partnership. */
import type { Course } from '../engine/course.ts'

export function areaTitle({ partnership, about }: Course): string {
  const { areas, elsewhere } = partnership.profile
  return areas[about.area ?? '']?.title ?? elsewhere[about.area ?? ''] ?? 'Not said'
}
