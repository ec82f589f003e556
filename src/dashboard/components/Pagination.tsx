import ArrowLeft01Icon from '@hugeicons/core-free-icons/ArrowLeft01Icon';
import ArrowRight01Icon from '@hugeicons/core-free-icons/ArrowRight01Icon';
import { useId } from 'react';
import type { PageInfo } from '../../contract/common.ts';
import { type PageSize, pageSizes } from '../../contract/limits.ts';
import { useLayout } from '../host/Host.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { IconButton } from './IconButton.tsx';
import classes from './Pagination.module.css';

interface PaginationProps {
  page: PageInfo;
  onPage: (number: number) => void;
  onPageSize?: (size: PageSize) => void;
  /** Called when a person is about to turn the page: hovering or focusing the button. */
  onIntent?: (number: number) => void;
}

export function Pagination({ page, onPage, onPageSize, onIntent }: PaginationProps) {
  const { t } = useTranslation();
  const { language } = useLayout();
  const sizeId = useId();
  const last = Math.min(page.number * page.size, page.totalItems);
  const first = page.totalItems === 0 ? 0 : (page.number - 1) * page.size + 1;
  const turn = (by: 1 | -1) => ({
    disabled: by === 1 ? page.number >= page.totalPages : page.number <= 1,
    onClick: () => onPage(page.number + by),
    onPointerEnter: () => onIntent?.(page.number + by),
    onFocus: () => onIntent?.(page.number + by),
  });
  return (
    <nav className={classes.pagination} aria-label={t('pagination.label')}>
      {onPageSize ? (
        <span className={classes.size}>
          <label htmlFor={sizeId}>{t('pagination.perPage')}</label>
          <select
            id={sizeId}
            value={page.size}
            onChange={({ target }) => {
              const chosen = pageSizes.find((size) => String(size) === target.value);
              if (chosen !== undefined) onPageSize(chosen);
            }}
          >
            {pageSizes.map((size) => (
              <option key={size}>{size}</option>
            ))}
          </select>
        </span>
      ) : null}
      <span className={classes.range} role="status">
        {t('pagination.range', {
          from: formatNumber(first, language),
          to: formatNumber(last, language),
          total: formatNumber(page.totalItems, language),
        })}
      </span>
      <IconButton icon={ArrowLeft01Icon} pointing label={t('pagination.previous')} {...turn(-1)} />
      <IconButton icon={ArrowRight01Icon} pointing label={t('pagination.next')} {...turn(1)} />
    </nav>
  );
}
