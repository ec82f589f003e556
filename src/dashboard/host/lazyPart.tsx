import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { pageReload, presses } from './reloading.ts';
import { watched } from './watched.ts';

/** Code of this page that could not be fetched: a newer version is there, or the connection broke. */
export class PartLoadError extends Error {
  constructor(cause: unknown) {
    super('a part of the page could not be loaded', { cause });
    this.name = 'PartLoadError';
  }
}

/** Something that a person pressed needs a part that could not be loaded: the page says so. */
export const partIsMissing = watched(false);

/**
 * The one place where code is fetched later (`checks/lazyImports.test.ts`). Throws `PartLoadError`; whoever asked for what a person
 * pressed hands that to `sayMissingPart`.
 *
 *     const { startBatch } = await loadPart(() => import('./startBatch.ts'));
 */
export async function loadPart<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    throw new PartLoadError(error);
  }
}

/** For what a person pressed: loads the page again where that is safe, and says so where it isn't. Other errors are thrown on. */
export async function sayMissingPart(error: unknown): Promise<void> {
  if (!(error instanceof PartLoadError)) throw error;
  await recoverPress();
}

/** Whether the page is being loaded again: the one that comes begins again what was pressed, or says to press again. */
async function recoverPress(): Promise<boolean> {
  const end = presses.begin({ kind: 'other' });
  const reloading = await pageReload.recover();
  if (reloading) return true;
  end();
  partIsMissing.set(true);
  return false;
}

interface LazyPartOptions<Props> {
  load: () => Promise<ComponentType<Props>>;
  /** In its place while it is being loaded. */
  pending?: ReactNode;
  /** In its place where it could not be loaded, and the page does not load itself again either. */
  failed: ComponentType<Props>;
  /**
   * Where it could not be loaded: `reload` loads the page again where that is safe; `press_again` as well, and says to press again what
   * was pressed; `stay` does not.
   */
  onFailure: 'reload' | 'press_again' | 'stay';
}

export interface LazyPart<Props> {
  (props: Props): ReactNode;
  /** Fetches it ahead. A failure is not said: it is tried again when the part is shown. */
  preload: () => Promise<void>;
}

/** A component whose code comes when it is first shown, and that never takes the rest of the page along when it can't come. */
export function lazyPart<Props extends object>(options: LazyPartOptions<Props>): LazyPart<Props> {
  const code = createPartCode(options);
  const part = (props: Props) => <Part code={code} options={options} shown={props} />;
  part.preload = async () => {
    if (code.component() === null) await code.fetch().catch(() => {});
  };
  return part;
}

interface PartCode<Props> {
  component: () => ComponentType<Props> | null;
  /** What failed before is asked for anew. */
  fetch: () => Promise<void>;
}

function createPartCode<Props>({ load }: LazyPartOptions<Props>): PartCode<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  return {
    component: () => loaded,
    fetch: () => {
      loading ??= load()
        .then((component) => {
          loaded = component;
        })
        .finally(() => {
          loading = null;
        });
      return loading;
    },
  };
}

type PartState = 'loaded' | 'loading' | 'failed';

interface PartProps<Props> {
  code: PartCode<Props>;
  options: LazyPartOptions<Props>;
  /** What the part itself is given. */
  shown: Props;
}

function Part<Props extends object>({ code, options, shown }: PartProps<Props>) {
  const { pending = null, failed: Failed, onFailure } = options;
  const Loaded = code.component();
  const [state, setState] = useState<PartState>(Loaded === null ? 'loading' : 'loaded');
  useEffect(() => {
    // What a person pressed works now.
    if (state === 'loaded' && onFailure === 'press_again') partIsMissing.set(false);
    if (state !== 'loading') return;
    let isShown = true;
    const show = (next: PartState) => {
      if (isShown) setState(next);
    };
    void code.fetch().then(
      () => show('loaded'),
      async (error: unknown) => {
        if (!(error instanceof PartLoadError)) throw error;
        if (!(await recover(onFailure))) show('failed');
      },
    );
    return () => {
      isShown = false;
    };
  }, [state, code, onFailure]);
  if (Loaded !== null) return <Loaded {...shown} />;
  return state === 'failed' ? <Failed {...shown} /> : pending;
}

/** Whether the page is being loaded again. */
async function recover(onFailure: LazyPartOptions<never>['onFailure']): Promise<boolean> {
  switch (onFailure) {
    case 'stay':
      return false;
    case 'reload':
      return pageReload.recover();
    case 'press_again':
      return recoverPress();
  }
}
