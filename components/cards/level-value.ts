import type { LevelValue } from '@/components/ui/level';

/** The place of a verdict on the kit's scale; outside the scale it is «unknown». */
export function levelValue(level: number | null): LevelValue {
  if (level === null) return 'unknown';
  return level <= 0 ? 0 : level === 1 ? 1 : level === 2 ? 2 : 3;
}
