package app.keepsake.catalog;

/**
 * The name of where an asset was taken.
 *
 * @param name town or place; empty where only the country is certain
 * @param region county, state or other area above the town; empty if unknown
 * @param countryCode ISO 3166-1 alpha-2, upper case; empty if unknown, as at sea
 */
public record Place(String name, String region, String countryCode) {}
