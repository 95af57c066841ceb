/** The address as the pages see it. */
export const route = $state({ path: location.pathname, query: location.search });

export function go(path: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', path);
  } else {
    history.pushState(null, '', path);
  }
  read();
  scrollTo(0, 0);
}

function read(): void {
  route.path = location.pathname;
  route.query = location.search;
}

addEventListener('popstate', read);

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
