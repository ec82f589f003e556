import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { DatabaseError, Pool, type PoolClient, type PoolConfig, TypeOverrides, types } from 'pg';

const timeouts = {
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  // The server gives up first; the second is for a server that has gone silent.
  statement_timeout: 15_000,
  query_timeout: 20_000,
  // A process that vanished in the middle of a transaction must not keep its locks.
  idle_in_transaction_session_timeout: 30_000,
} satisfies PoolConfig;

/** Bringing tables up to date takes as long as it takes, and so does waiting for the process that is at it. */
const patience = { statement_timeout: 0, query_timeout: 0 } satisfies PoolConfig;

/** What one process has at most: several share the hundred that Postgres lets in. */
const connections = 10;

/** Kysely over Postgres, by a pool of connections. `patient` lets every statement take its time. */
export function postgresDialect(url: string, wish: { patient: boolean }): Dialect {
  // Ids, instants (epoch ms) and counts all fit a number; pg would hand out text for them.
  const own = new TypeOverrides();
  own.setTypeParser(types.builtins.INT8, Number);
  const config = {
    connectionString: url,
    application_name: 'invoice-desk',
    keepAlive: true,
    max: connections,
    types: own,
    ...timeouts,
    ...(wish.patient ? patience : {}),
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PoolDriver(config),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** What kept Postgres from being used, in few words that never hold the address. */
export function connectionFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Where a name has several addresses and none answers, only the code says why.
  if (error.message === '' && 'code' in error) return String(error.code);
  return error.message.replace(/\.$/, '');
}

class PoolDriver implements Driver {
  readonly #pool: Pool;
  readonly #inUse = new WeakMap<DatabaseConnection, PooledConnection>();

  constructor(config: PoolConfig) {
    this.#pool = new Pool(config);
    // Whoever uses a connection that breaks is told by his query, and the pool lets go of one that nobody uses:
    // unheard, the event would end the process.
    const heard = () => {};
    this.#pool.on('error', heard);
    this.#pool.on('connect', (client) => client.on('error', heard));
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = new PooledConnection(await this.#pool.connect());
    this.#inUse.set(connection, connection);
    return connection;
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#inUse.get(connection)?.release();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}

class PooledConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  #broken = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { rows, rowCount } = await this.#client.query(
        query.sql,
        query.parameters.map(toPostgres),
      );
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    } catch (error) {
      // Of anything but the server's own word nobody knows where it leaves the connection.
      if (!(error instanceof DatabaseError)) this.#broken = true;
      throw error;
    }
  }

  streamQuery(): never {
    throw new Error('Rows are read whole, never streamed.');
  }

  release(): void {
    this.#client.release(this.#broken);
  }
}

/** Postgres's text can hold anything but U+0000, which would fail a whole page for one odd name. */
function toPostgres(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
}
