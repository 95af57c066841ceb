/**
 * Reads photos where other programs keep them, such as a photo server, by their protocols: one class for each, all behind
 * {@link Source}. Knows nothing of what Keepsake makes of them.
 */
@NullMarked
package app.keepsake.sources;

import org.jspecify.annotations.NullMarked;
