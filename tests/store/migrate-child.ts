import { z } from 'zod';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open-store.ts';

// A node that starts: makes the tables of the database it is given and prints the steps it applied.
const locationSchema = z.strictObject({ dataFolder: z.string(), databaseUrl: z.string().optional() });
const store = await openStore(locationSchema.parse(JSON.parse(process.argv[2] ?? '')));
console.log(JSON.stringify(await migrate(store)));
await store.close();
