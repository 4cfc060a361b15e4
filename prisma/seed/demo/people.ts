import { z } from 'zod';
import { role } from '../../../lib/access/role';
import people from '../demo-people.json';

/** Invented people of the demo, one password for all: it listens on this machine alone. The sign-in page shows the file. */
const demoPerson = z.strictObject({
  email: z.email(),
  name: z.string(),
  role,
  /** Where the person works. */
  place: z.enum(['region', 'city', 'district']),
  /** Number of the school in its municipality, from 1. */
  school: z.number().int().min(1).optional(),
  password: z.string(),
  /** What to see with this sign-in. */
  note: z.string(),
});

export type DemoPerson = z.infer<typeof demoPerson>;
export type DemoPlace = DemoPerson['place'];

export const DEMO_PEOPLE: readonly DemoPerson[] = z.array(demoPerson).parse(people);
