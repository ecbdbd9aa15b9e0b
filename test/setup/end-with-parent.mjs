// Loaded by every worker of vitest: after an interrupt, it would continue its tests, and the products that they started
// would keep running.
process.once('disconnect', () => process.exit(1));
