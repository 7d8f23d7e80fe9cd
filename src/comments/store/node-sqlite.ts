import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/**
 * Kysely begins every transaction with a bare `begin`, which takes the write lock only at the first
 * write; if another process wrote in between, SQLite then fails at once instead of waiting.
 */
const REWRITTEN: Readonly<Record<string, string>> = { begin: 'begin immediate' };

/** Milliseconds that a process waits for another to finish writing. */
const BUSY_TIMEOUT = 10_000;

/** Prepared statements kept; the store's own queries are far fewer. */
const CACHED_STATEMENTS = 200;

/**
 * Node's built-in SQLite in the shape that Kysely's dialect asks for. A commit is on the disk when
 * it returns: write-ahead log with `synchronous = full` (https://sqlite.org/pragma.html#pragma_synchronous).
 * `reading` begins transactions without the write lock: however long one lasts, nobody waits.
 */
export function openNodeSqlite(
  file: string,
  { reading = false }: { readonly reading?: boolean } = {},
): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT, defensive: true });
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma trusted_schema = off;
  `);
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const kept = statements.get(sql);
      if (kept) return kept;
      const statement = asKyselyStatement(
        database.prepare(reading ? sql : (REWRITTEN[sql] ?? sql)),
      );
      // A pragma may act while it is prepared, and not again: https://sqlite.org/pragma.html
      if (/^pragma\b/i.test(sql)) return statement;
      if (statements.size >= CACHED_STATEMENTS) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) =>
      statement.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
  };
}
