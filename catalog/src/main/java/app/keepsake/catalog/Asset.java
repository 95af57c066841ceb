package app.keepsake.catalog;

/**
 * A photo or clip, whatever the number of files that hold it.
 *
 * @param id the catalog's number for it; of no meaning outside this catalog
 * @param hash its identity
 */
public record Asset(long id, ContentHash hash, AssetFacts facts) {}
