import encodeQR from 'qr';

/** Pixels a module: so large that it can be printed. */
const SCALE = 12;
/** Modules around it that stay white, without which readers do not find it. */
const QUIET = 4;

/** A QR code as a picture: black on white, and opaque, whatever it lies on. */
export function qrPicture(text: string): { side: number; pixels: Uint8ClampedArray<ArrayBuffer> } {
  const modules = encodeQR(text, 'raw', { border: QUIET });
  const side = modules.length * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (modules[Math.floor(y / SCALE)][Math.floor(x / SCALE)])
        pixels.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
    }
  }
  return { side, pixels };
}
