import { encode } from 'uqr';
import classes from './InvoiceQrCode.module.css';

interface QrDrawingProps {
  text: string;
  label: string;
  /** Said in place of a drawing where the text is longer than any QR code holds. */
  tooLong: string;
}

/** A QR code as one path. Its own chunk: only this page needs the encoder. */
export function QrDrawing({ text, label, tooLong }: QrDrawingProps) {
  const drawing = draw(text);
  if (drawing === null) return <p className={classes.sentence}>{tooLong}</p>;
  const { size, path } = drawing;
  return (
    <svg
      className={classes.drawing}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      data-print
    >
      <path d={`M-4-4h${size + 8}v${size + 8}h-${size + 8}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The longest text of a version 40 code at the lowest correction, in bytes. */
const longest = 2953;

function draw(text: string): { size: number; path: string } | null {
  if (new TextEncoder().encode(text).length > longest) return null;
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size, path: path.join('') };
}
