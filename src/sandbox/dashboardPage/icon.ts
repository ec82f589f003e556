import AlertIcon from '@hugeicons/core-free-icons/Alert02Icon';
import ErrorIcon from '@hugeicons/core-free-icons/AlertCircleIcon';
import DownIcon from '@hugeicons/core-free-icons/ArrowDown01Icon';
import CloseIcon from '@hugeicons/core-free-icons/Cancel01Icon';
import ReportsIcon from '@hugeicons/core-free-icons/ChartHistogramIcon';
import SuccessIcon from '@hugeicons/core-free-icons/CheckmarkCircle02Icon';
import AppsIcon from '@hugeicons/core-free-icons/GridViewIcon';
import HomeIcon from '@hugeicons/core-free-icons/Home01Icon';
import InfoIcon from '@hugeicons/core-free-icons/InformationCircleIcon';
import InvoiceIcon from '@hugeicons/core-free-icons/Invoice01Icon';
import MailIcon from '@hugeicons/core-free-icons/Mail01Icon';
import MarketingIcon from '@hugeicons/core-free-icons/Megaphone01Icon';
import ProductsIcon from '@hugeicons/core-free-icons/PackageIcon';
import AddIcon from '@hugeicons/core-free-icons/PlusSignIcon';
import PrintIcon from '@hugeicons/core-free-icons/PrinterIcon';
import SettingsIcon from '@hugeicons/core-free-icons/Settings01Icon';
import OrdersIcon from '@hugeicons/core-free-icons/ShoppingBag01Icon';
import StoreIcon from '@hugeicons/core-free-icons/Store01Icon';
import CustomersIcon from '@hugeicons/core-free-icons/UserGroupIcon';
import { html, Markup } from './markup.ts';

const drawings = {
  add: AddIcon,
  apps: AppsIcon,
  close: CloseIcon,
  customers: CustomersIcon,
  down: DownIcon,
  error: ErrorIcon,
  home: HomeIcon,
  info: InfoIcon,
  invoice: InvoiceIcon,
  mail: MailIcon,
  marketing: MarketingIcon,
  orders: OrdersIcon,
  print: PrintIcon,
  products: ProductsIcon,
  reports: ReportsIcon,
  settings: SettingsIcon,
  store: StoreIcon,
  success: SuccessIcon,
  warning: AlertIcon,
} as const;

export type IconName = keyof typeof drawings;

function attributeName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A drawing beside words that say the same: hidden from screen readers. */
export function icon(name: IconName): Markup {
  const shapes = drawings[name].map(([tag, attributes]) => {
    const list = Object.entries(attributes)
      .filter(([attribute]) => attribute !== 'key')
      .map(([attribute, value]) => html` ${attributeName(attribute)}="${String(value)}"`);
    return html`<${new Markup(tag)}${list}/>`;
  });
  return html`<svg class="icon" viewBox="0 0 24 24" fill="none" aria-hidden="true">${shapes}</svg>`;
}
