// Holds a lease on the cluster below argv[2] until it is killed; the tests of recovery kill it in every way.
import { startPostgres } from '../../scripts/lib/embedded-postgres.mjs';

const cluster = await startPostgres({ base: process.argv[2], durable: process.argv[3] === 'durable' });
process.on('SIGTERM', () => cluster.stop().then(() => process.exit(0)));
setInterval(() => {}, 60_000);
console.log(JSON.stringify({ server: cluster.server, url: cluster.superuserUrl(), data: cluster.data }));
