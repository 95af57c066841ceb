package app.keepsake.catalog;

/**
 * What a restoring did, or would do.
 *
 * @param peopleFound people who were there already: by their faces, or by their names
 * @param peopleNew people who were not
 * @param facesFound faces that were there already
 * @param facesExpected faces that will be known when their photos are indexed
 * @param corrections that are new
 * @param choices that are new
 * @param edits that are new, and memories that are newly pinned or deleted
 * @param requests that are new
 * @param showings that are new
 * @param unsure pairs of faces of which the user could not tell, that are new
 * @param dates of pictures, as the user said them, that are new
 */
public record Restored(
        int peopleFound,
        int peopleNew,
        int facesFound,
        int facesExpected,
        int corrections,
        int choices,
        int edits,
        int requests,
        int showings,
        int unsure,
        int dates) {
    /** How it is done. */
    public enum Way {
        /** What the catalog knows already stays, also where the other says something else. */
        MERGE,
        /** Nothing stays of what was said here. */
        REPLACE
    }
}
