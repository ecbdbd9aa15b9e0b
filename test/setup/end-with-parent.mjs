// Loaded by every worker of vitest: one whose vitest was interrupted would go on with its tests, and with the products
// that they have started.
process.once('disconnect', () => process.exit(1));
