/** The small files of a library's folder: settings, and places to send films to. */
@NullMarked
package app.keepsake.operations.library;

import org.jspecify.annotations.NullMarked;
