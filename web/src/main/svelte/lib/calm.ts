/** Whether whoever looks wants nothing to move by itself. */
export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** How the page comes to what is to be seen. */
export const scrolling = (): ScrollBehavior => (calm() ? 'auto' : 'smooth');
