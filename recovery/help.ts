export const help = `Rebuilds one side of Perennial from the other, with the environment of a worker.

  npm run recover -- workflows [--apply]   Temporal lost workflows, PostgreSQL is up to date:
                                           starts what is missing, from the rows.
  npm run recover -- rows [--apply]        PostgreSQL was restored from a backup, Temporal is up to date:
                                           brings the rows up to date, from the histories of the workflows.
  npm run audit                            Compares both sides, changes nothing.

  --apply            After the report, repair what needs no decision. Without it, nothing is changed.
  --per-second N     How many repairs begin in a second (default 20, at most 200).
  --deleted ID       With "rows": this store was deleted after the backup, and Temporal has forgotten it.
                     Deletes its row. May be repeated.
  --help             This text.

Stop the API and all workers before "rows", and start them after it: a worker that works on old rows may
write to people about what is over. "workflows" may run while they run. Every command may be repeated; it
repairs only what is left. A store's status and dates do not change, and no e-mail is sent for it, with one
exception: a refresh token that is newer than the backup is lost. Its stores are disconnected, an alarm
names each, and their sellers get a new connect link.

Exit code: 0 no difference is left, 1 differences are left, 2 a side could not be compared.
docs/recovery.md has both drills, step by step.
`;
