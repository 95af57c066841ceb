/** What is heard in a film, made while it is needed. */
@NullMarked
package app.keepsake.film.internal.sound;

import org.jspecify.annotations.NullMarked;
