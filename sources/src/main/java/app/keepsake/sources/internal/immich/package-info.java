/** Immich, by its API with a key. Source: the API's documentation, of versions 2 and 3. */
@NullMarked
package app.keepsake.sources.internal.immich;

import org.jspecify.annotations.NullMarked;
