import 'server-only';
import { type JobPlace, jobPlaces as placesOfStore } from '@/lib/notifications/letter-store';

/** The municipalities that a job goes through, one scope after another. */
export const jobPlaces = (): Promise<readonly JobPlace[]> => placesOfStore();
