/** Readers and writers of weight files. */
@NullMarked
package app.keepsake.engine.internal.format;

import org.jspecify.annotations.NullMarked;
