/** Who reaches a host by its name: this machine alone, those in the same network, or perhaps all. */
export type Reach = 'machine' | 'network' | 'all';

const isOfThisMachine = (host: string) =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** RFC 1918, 3927, 6598 and 4193; and names that only a network's own router or machines know. */
const isOfOneNetwork = (host: string) =>
  /^(10|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))(\.\d{1,3})+$/.test(host) ||
  /^\[(f[cd]|fe[89ab])[0-9a-f:]*\]$/.test(host) ||
  /\.(local|lan|home|internal|intranet|fritz\.box|home\.arpa)$/.test(host) ||
  !/[.:]/.test(host);

/** @param host as addresses have it: a name, digits, or digits in brackets */
export const reachOf = (host: string): Reach =>
  isOfThisMachine(host) ? 'machine' : isOfOneNetwork(host) ? 'network' : 'all';
