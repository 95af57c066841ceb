/** Who faces are: found out, said by the user, and told to other programs. */
@NullMarked
package app.keepsake.operations.people;

import org.jspecify.annotations.NullMarked;
