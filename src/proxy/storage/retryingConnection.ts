import { setTimeout as after } from 'node:timers/promises';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';

const tries = 150;
const pauseMs = 15;
const sqliteBusy = 5;

/**
 * Waits its turn, some 5 s at most, where another process holds SQLite's one write lock. SQLite's own waiting
 * would stop every other request of this process meanwhile.
 */
export class RetryingConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    for (let left = tries; ; left--) {
      try {
        return await this.#connection.executeQuery<R>(query);
      } catch (error) {
        // A statement that finds the lock taken has done nothing, so it can be run again as it is.
        if (!isBusy(error) || left === 0) throw error;
        await after(pauseMs);
      }
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize);
  }
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  // The low byte is the code, the rest says which kind of it.
  return typeof error.errcode === 'number' && (error.errcode & 0xff) === sqliteBusy;
}
