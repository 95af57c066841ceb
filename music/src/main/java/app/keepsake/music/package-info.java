/** Music for films: composed and played, or the user's own and where its beats fall; mixed with what else is heard. */
@NullMarked
package app.keepsake.music;

import org.jspecify.annotations.NullMarked;
