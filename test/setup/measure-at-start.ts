import { measureAtStart } from './scaled-time.ts';

await measureAtStart();
