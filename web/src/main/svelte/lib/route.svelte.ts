/**
 * The address as the pages see it; `photo` is the number of the picture that is seen large over a page, and `direct`
 * whether somebody came to it by its address, so that no page has opened it.
 */
export const route = $state({ path: '', query: '', photo: '', direct: false });

read('/timeline');

export function go(path: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', path);
  } else {
    history.pushState(null, '', path);
  }
  read();
  scrollTo(0, 0);
}

function read(page?: string): void {
  route.photo = /^\/photo\/(\d+)$/.exec(location.pathname)?.[1] ?? '';
  route.direct = route.photo !== '';
  // Over the page on which it was opened; one that is loaded anew has opened none.
  const under = route.photo
    ? new URL(page ?? (history.state?.under as string) ?? '/timeline', location.origin)
    : location;
  route.path = under.pathname;
  route.query = under.search;
}

/** A picture is seen large, which has an address of its own: to go back closes it. */
export function openPhoto(asset: number): void {
  if (route.photo === String(asset)) return;
  const under = route.path + route.query;
  if (route.photo) history.replaceState(history.state, '', `/photo/${asset}`);
  else history.pushState({ under }, '', `/photo/${asset}`);
  route.photo = String(asset);
  route.direct = false;
}

export function closePhoto(): void {
  if (!route.photo) return;
  if (history.state?.under) history.back();
  else history.replaceState(null, '', route.path + route.query);
  route.direct = false;
  route.photo = '';
}

addEventListener('popstate', () => read());

/** Follows links to other pages without loading them anew. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest('a');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (
    plain &&
    link &&
    link.origin === location.origin &&
    !link.pathname.startsWith('/api') &&
    !link.download &&
    !link.hash
  ) {
    event.preventDefault();
    go(link.pathname + link.search);
  }
}
