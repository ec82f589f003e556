import { encode } from 'uqr';
import classes from './InvoiceQrCode.module.css';

interface QrDrawingProps {
  text: string;
  label: string;
}

/** A QR code as one SVG path; the text must fit. A chunk of its own: only this page needs the encoder. */
export function QrDrawing({ text, label }: QrDrawingProps) {
  const { size, path } = draw(text);
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

function draw(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size, path: path.join('') };
}
