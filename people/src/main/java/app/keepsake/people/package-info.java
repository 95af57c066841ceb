/** Which faces are one person: plain logic over embeddings. */
@NullMarked
package app.keepsake.people;

import org.jspecify.annotations.NullMarked;
