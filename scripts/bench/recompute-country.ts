import { recomputeCampaign } from '@/lib/diagnostics/outcomes/recompute-campaign';
import { inScope } from '@/lib/platform/prisma';

// Makes every campaign named on the command line anew, one transaction each, as the centre would; prints the milliseconds.
const [scope, ...campaigns] = process.argv.slice(2);
if (!scope) throw new Error('the first argument is a scope');
const viewer = JSON.parse(scope);
let outcomes = 0;
const started = performance.now();
for (const id of campaigns) outcomes += await inScope(viewer, (tx) => recomputeCampaign(tx, id));
console.log(JSON.stringify({ ms: performance.now() - started, outcomes }));
await globalThis.portalPrisma?.$disconnect();
