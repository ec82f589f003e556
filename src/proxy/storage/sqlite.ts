import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { RetryingConnection } from './retryingConnection.ts';

const settings = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = 20;
`;

const maximumCachedStatements = 200;

/** Kysely over node:sqlite; `null` is a database in memory. */
export function sqliteDialect(file: string | null): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver({ database: async () => open(file) }),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Migrations run in one transaction: of several processes that start at once, one makes the tables and the others find them. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Transactions take the write lock when they begin: one that reads first could otherwise fail as it starts to write. */
class ImmediateDriver extends SqliteDriver {
  #patient: DatabaseConnection | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    // There is one, used in turns.
    const connection = await super.acquireConnection();
    this.#patient ??= new RetryingConnection(connection);
    return this.#patient;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function open(file: string | null): SqliteDatabase {
  if (file !== null) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // SQLite gives its journal files the mode of the main file, so that must be right from the start.
    closeSync(openSync(file, 'a', 0o600));
  }
  const database = new DatabaseSync(file ?? ':memory:');
  database.exec(settings);
  const cached = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = cached.get(sql);
      if (known !== undefined) return known;
      const statement = asKyselyHasIt(database.prepare(sql));
      if (cached.size >= maximumCachedStatements) cached.clear();
      cached.set(sql, statement);
      return statement;
    },
  };
}

function asKyselyHasIt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...values.map(toSqlite)),
    run: (values) => statement.run(...values.map(toSqlite)),
    iterate: (values) => statement.iterate(...values.map(toSqlite)),
  };
}

function toSqlite(value: unknown): SQLInputValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value;
    default:
      if (value === null) return null;
      throw new TypeError(`SQLite can't store a value of type ${typeof value}`);
  }
}
