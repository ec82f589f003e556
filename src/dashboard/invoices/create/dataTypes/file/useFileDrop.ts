import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether files are dragged over the field, elsewhere on the page, or not at all. */
export type Dragging = 'over' | 'elsewhere' | null;

/**
 * Calls `onFiles` with files that are dropped on the element or pasted anywhere. A drop beside the element is ignored:
 * otherwise the browser would leave the page to show the file.
 */
export function useFileDrop(
  element: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): Dragging {
  const [dragging, setDragging] = useState<Dragging>(null);
  const newest = useRef(onFiles);
  useEffect(() => {
    newest.current = onFiles;
  });

  useEffect(() => {
    const isOver = ({ target }: DragEvent) =>
      target instanceof Node && element.current?.contains(target) === true;

    function onDragOver(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isOver(event) ? 'copy' : 'none';
      setDragging(isOver(event) ? 'over' : 'elsewhere');
    }
    function onDragLeave({ relatedTarget }: DragEvent) {
      if (relatedTarget === null) setDragging(null);
    }
    function onDrop(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragging(null);
      if (isOver(event)) newest.current([...event.dataTransfer.files]);
    }
    function onPaste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      newest.current(files);
    }

    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('dragover', onDragOver, { signal });
    document.addEventListener('dragleave', onDragLeave, { signal });
    document.addEventListener('drop', onDrop, { signal });
    document.addEventListener('paste', onPaste, { signal });
    return () => listening.abort();
  }, [element]);

  return dragging;
}
