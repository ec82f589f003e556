import { posix } from 'node:path';

/** One import of one file: both as paths below the project, or a package's name. */
export type Import = { file: string; target: string; typeOnly: boolean; dynamic: boolean };

const importPattern =
  /\b(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** What a source text imports; relative addresses are resolved against the file's own path. */
export function importsOf(file: string, source: string): Import[] {
  return [...source.matchAll(importPattern)].map(([, typeOnly, fixed, dynamic]) => {
    const target = fixed ?? dynamic ?? '';
    return {
      file,
      target: target.startsWith('.') ? posix.join(posix.dirname(file), target) : target,
      typeOnly: typeOnly !== undefined,
      dynamic: dynamic !== undefined,
    };
  });
}

const isTest = (path: string) => /\.test\.tsx?$|^src\/(proxy|sandbox)\/testing\//.test(path);
const within = (path: string, ...rooms: string[]) =>
  rooms.some((room) => path === `src/${room}` || path.startsWith(`src/${room}/`));
const ours = (target: string) => /^(src|e2e)\//.test(target);

const sharedDashboard = [
  'dashboard/components',
  'dashboard/api',
  'dashboard/host',
  'dashboard/i18n',
  'dashboard/theme',
];
const dashboardPaths = 'src/dashboard/paths.ts';

const withoutZod = [
  'src/contract/currencyDigits.ts',
  'src/contract/dataTypes.ts',
  'src/contract/deliveryStates.ts',
  'src/contract/documentTime.ts',
  'src/contract/endpoints.ts',
  'src/contract/invoiceTypes.ts',
  'src/contract/languages.ts',
  'src/contract/limits.ts',
  'src/contract/pagePaths.ts',
  'src/contract/plainCharacters.ts',
  'src/contract/problemCodes.ts',
  'src/contract/searchText.ts',
];

/** The one page that judges what is typed: it and zod come when it is opened. */
const createPage = 'dashboard/invoices/create';

function mayImportContract(file: string, target: string, typeOnly: boolean): boolean {
  if (typeOnly || withoutZod.includes(target)) return true;
  return within(file, createPage) && target === 'src/contract/createInvoice.ts';
}

/** The offered parts of one feature that the other may use; all else are its insides. */
const offered = [
  'src/dashboard/deliveries/resend/ResendButton.tsx',
  'src/dashboard/deliveries/LastDelivery.tsx',
  'src/dashboard/deliveries/DeliveryStory.tsx',
  'src/dashboard/deliveries/resend/useStartBatch.ts',
];

function featureMayImport(feature: string, other: string, target: string): boolean {
  if (within(target, `dashboard/${other}`)) return offered.includes(target);
  return (
    within(target, 'contract', `dashboard/${feature}`, ...sharedDashboard) ||
    target === dashboardPaths
  );
}

/** Why an import is against the house's rules (src/README.md), or null where it is allowed. */
export function violation({ file, target, typeOnly, dynamic }: Import): string | null {
  if (within(file, 'checks') || file.startsWith('e2e/')) {
    return within(target, 'dashboard') ? 'checks and e2e see the screen, not the dashboard' : null;
  }
  if (within(file, 'contract')) {
    if (isTest(file)) return null;
    return within(target, 'contract') || target === 'zod' ? null : 'contract imports zod alone';
  }
  if (!ours(target)) return null;
  if (within(file, 'dashboard')) {
    if (within(target, 'contract') && !mayImportContract(file, target, typeOnly)) {
      return 'the dashboard takes from contract types and what needs no zod: it stays out of the first view';
    }
    if (within(target, createPage) && !within(file, createPage) && !dynamic && !typeOnly) {
      return 'the create page is loaded when it is opened, and zod with it';
    }
    if (within(file, 'dashboard/invoices')) {
      return featureMayImport('invoices', 'deliveries', target) ? null : 'not for invoices';
    }
    if (within(file, 'dashboard/deliveries')) {
      return featureMayImport('deliveries', 'invoices', target) ? null : 'not for deliveries';
    }
    if (within(file, ...sharedDashboard)) {
      return within(target, 'contract', ...sharedDashboard)
        ? null
        : 'a shared part knows no feature';
    }
    return within(target, 'contract', 'dashboard') ? null : 'the dashboard imports contract alone';
  }
  if (within(file, 'proxy')) {
    if (within(target, 'contract', 'proxy')) return null;
    if (within(target, 'sandbox')) {
      const starts = file === 'src/proxy/start.ts' && (dynamic || typeOnly);
      return starts || isTest(file) ? null : 'only start.ts loads the sandbox, by dynamic import';
    }
    return 'the proxy imports contract alone';
  }
  if (within(file, 'sandbox')) {
    if (within(target, 'sandbox')) return null;
    return within(target, 'contract') && typeOnly
      ? null
      : 'the sandbox knows types of contract alone';
  }
  return `${file} is in no room of the house`;
}
