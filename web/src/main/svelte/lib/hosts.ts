/** Whether a host's name means the machine that it is asked on, so that it is no use to others. */
export const isOfThisMachine = (host: string) =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
