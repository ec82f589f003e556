import { useEffect } from 'react';
import { useLayout } from '../host/Host.ts';

/** The document follows the host's language, direction and theme. */
export function DocumentLayout() {
  const { language, direction, theme } = useLayout();
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dir = direction;
    root.dataset.theme = theme;
  }, [language, direction, theme]);
  return null;
}
