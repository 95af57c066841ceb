// No page shows a browser's sign of a broken picture: where one cannot be fetched, as when its disk is unplugged, a calm
// one stands in for it until it can.
const STAND_IN = '/away.svg';

function failed(event: Event): void {
  const image = event.target;
  if (image instanceof HTMLImageElement && !('own' in image.dataset) && !image.src.endsWith(STAND_IN)) {
    image.dataset.meant = image.getAttribute('src') ?? '';
    image.src = STAND_IN;
  }
}

/** Tries again where a stand-in is seen. */
export function tryAgain(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>('img[data-meant]')) {
    const meant = image.dataset.meant ?? '';
    delete image.dataset.meant;
    // The page may have put another one there meanwhile.
    if (image.src.endsWith(STAND_IN)) image.src = meant;
  }
}

export const watchPictures = () => document.addEventListener('error', failed, true);
