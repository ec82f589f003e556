import { createHash } from 'node:crypto';

/** Bytes as they came, in pieces; held once, and read as often as is needed. */
export interface BufferedFile {
  readonly chunks: readonly Uint8Array[];
  readonly size: number;
  /** In hex. */
  readonly sha256: string;
}

/** Below this a piece is copied: its memory may be used again, and thousands of tiny ones weigh more than they hold. */
const copiedBytes = 4096;
const blockBytes = 64 * 1024;

/** Keeps the bytes that it is given, in order. Large pieces stay where they are and must not change from then on. */
export class FileBuffer {
  readonly #chunks: Uint8Array[] = [];
  readonly #hash = createHash('sha256');
  #size = 0;
  #block = new Uint8Array();
  #start = 0;
  #end = 0;

  get size(): number {
    return this.#size;
  }

  add(bytes: Uint8Array): void {
    this.#size += bytes.byteLength;
    this.#hash.update(bytes);
    if (bytes.byteLength >= copiedBytes) {
      this.#closeCopied();
      this.#chunks.push(bytes);
      return;
    }
    if (bytes.byteLength > this.#block.byteLength - this.#end) this.#newBlock();
    this.#block.set(bytes, this.#end);
    this.#end += bytes.byteLength;
  }

  /** What was kept. Nothing can be added after that. */
  finish(): BufferedFile {
    this.#closeCopied();
    return { chunks: this.#chunks, size: this.#size, sha256: this.#hash.digest('hex') };
  }

  #newBlock(): void {
    this.#closeCopied();
    this.#block = new Uint8Array(blockBytes);
    this.#start = 0;
    this.#end = 0;
  }

  #closeCopied(): void {
    if (this.#end === this.#start) return;
    this.#chunks.push(this.#block.subarray(this.#start, this.#end));
    this.#start = this.#end;
  }
}

/** The first `count` bytes, or all there are. */
export function headOf({ chunks }: BufferedFile, count: number): Uint8Array {
  const head: number[] = [];
  for (const chunk of chunks) {
    if (head.length >= count) break;
    head.push(...chunk.subarray(0, count - head.length));
  }
  return Uint8Array.from(head);
}
