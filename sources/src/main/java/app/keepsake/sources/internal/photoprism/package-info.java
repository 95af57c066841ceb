/** PhotoPrism, by its API with an app password. Source: the API's documentation. */
@NullMarked
package app.keepsake.sources.internal.photoprism;

import org.jspecify.annotations.NullMarked;
