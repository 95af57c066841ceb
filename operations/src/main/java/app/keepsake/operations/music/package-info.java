/** Music of the user's own: kept in the library, so that films can be made to it again. */
@NullMarked
package app.keepsake.operations.music;

import org.jspecify.annotations.NullMarked;
