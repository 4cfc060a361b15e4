import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../generated/client';

/** A client of the tables' owner: reference data, demo and the worlds of tests are laid by it, past the viewer's scope. */
export type Owner = PrismaClient;

export function ownerClient(url: string | undefined = process.env.MIGRATION_DATABASE_URL): Owner {
  if (!url) throw new Error('MIGRATION_DATABASE_URL is not set: the address of the owner of the tables is needed.');
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 4 }) });
}
