import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import rtlPlugin from '@mui/stylis-plugin-rtl';
import { type ReactNode, useMemo } from 'react';
import { prefixer } from 'stylis';
import { type Layout, useHost, useLayout } from '../host/Host.ts';

/** Colours, type and corners of MUI's parts, drawn from the page's own CSS variables. */
function themeFor(direction: Layout['direction']) {
  return createTheme({
    cssVariables: { nativeColor: true },
    direction,
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: 'inherit',
      htmlFontSize: 16,
      fontSize: 14,
      button: { textTransform: 'none', fontWeight: 600 },
    },
    palette: {
      primary: { main: 'var(--primary)', contrastText: 'var(--on-primary)' },
      error: { main: 'var(--failed)', contrastText: 'var(--on-failed)' },
      text: { primary: 'var(--text)', secondary: 'var(--muted)' },
      background: { default: 'var(--canvas)', paper: 'var(--card)' },
      divider: 'var(--border)',
    },
    components: {
      MuiButton: { defaultProps: { disableFocusRipple: true } },
      MuiButtonBase: {
        styleOverrides: {
          root: { '&:focus-visible': { outline: '2px solid var(--primary)', outlineOffset: 2 } },
        },
      },
      MuiIconButton: { defaultProps: { disableFocusRipple: true } },
      MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: 16 } } },
      MuiDialogContent: { styleOverrides: { root: { padding: '0 16px 16px' } } },
      MuiDialogActions: {
        styleOverrides: { root: { padding: '0 16px 16px', flexWrap: 'wrap', gap: 8 } },
      },
      MuiAlert: {
        styleOverrides: {
          root: {
            color: 'var(--text)',
            backgroundColor: 'var(--card)',
            border: '1px solid var(--border)',
            boxShadow: '0 4px 16px rgb(0 0 0 / 0.2)',
            '&.MuiAlert-colorSuccess .MuiAlert-icon': { color: 'var(--accepted)' },
            '&.MuiAlert-colorError .MuiAlert-icon': { color: 'var(--failed)' },
            '&.MuiAlert-colorWarning .MuiAlert-icon': { color: 'var(--warning)' },
            '&.MuiAlert-colorInfo .MuiAlert-icon': { color: 'var(--primary)' },
          },
        },
      },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    },
  });
}

/** Around every part that MUI draws: its theme, its direction, and styles that the CSP lets in. */
export function MaterialTheme({ children }: { children: ReactNode }) {
  const { styleNonce } = useHost();
  const { direction } = useLayout();
  const theme = useMemo(() => themeFor(direction), [direction]);
  const cache = useMemo(
    () =>
      createCache({
        key: direction === 'rtl' ? 'mui-rtl' : 'mui',
        nonce: styleNonce,
        stylisPlugins: direction === 'rtl' ? [prefixer, rtlPlugin] : [prefixer],
      }),
    [direction, styleNonce],
  );
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>{children}</ThemeProvider>
    </CacheProvider>
  );
}
