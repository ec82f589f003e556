import arabic from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url';
import latin from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-latin-400-normal.woff2?url';
import type { Language } from '../i18n/language.ts';

/** Fetches the subset that most of the first view is set in, before there is text that asks for it. */
export function preloadFont(language: Language): void {
  const link = document.createElement('link');
  link.rel = 'preload';
  link.as = 'font';
  link.type = 'font/woff2';
  link.crossOrigin = 'anonymous';
  link.href = language === 'ar' ? arabic : latin;
  document.head.append(link);
}
