/** What files and their sidecars tell of when, where and by whom they were taken. */
@NullMarked
package app.keepsake.media.internal.metadata;

import org.jspecify.annotations.NullMarked;
