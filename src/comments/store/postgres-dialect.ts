import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { withoutNul } from './without-nul.ts';

/** PostgreSQL's 64-bit integer (https://www.postgresql.org/docs/current/catalog-pg-type.html). */
const INT8 = 20;

/** Connections of one process; a hundred is what a server takes by default, for all processes. */
const CONNECTIONS = 10;

/** Milliseconds that a request waits for a connection before it fails. */
const CONNECTION_TIMEOUT = 10_000;

/**
 * PostgreSQL through `pg`. Instants come back as numbers: milliseconds stay exact for 285,000
 * years. A commit is on the disk when it returns, as the server's defaults have it.
 */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    application_name: 'strates-comments',
    keepAlive: true,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === INT8 ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // A connection that breaks while nobody uses it leaves the pool; the next query opens another.
  pool.on('error', () => undefined);
  // Nor does one that breaks between two queries of a transaction: the next query says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = new PostgresDialect({ pool });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => {
      const compiler = dialect.createQueryCompiler();
      return {
        compileQuery(node, id) {
          const query = compiler.compileQuery(node, id);
          return { ...query, parameters: query.parameters.map(withoutNul) };
        },
      };
    },
  };
}
