package app.keepsake.operations.sources;

/**
 * A source as it was set up.
 *
 * @param name what its owner calls it
 * @param kind a word of {@link app.keepsake.sources.SourceKind}
 * @param address of the server
 * @param locked its key, locked away
 * @param partners whether photos are read that others share whole
 * @param sharedAlbums whether those in albums are that others share
 * @param favourites whether favourites there are favourites here
 */
public record SavedSource(
        String name,
        String kind,
        String address,
        String locked,
        boolean partners,
        boolean sharedAlbums,
        boolean favourites) {
    /** Without the key. */
    @Override
    public String toString() {
        return name + ": " + kind + " at " + address;
    }
}
