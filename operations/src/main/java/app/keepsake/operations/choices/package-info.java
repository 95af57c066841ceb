/** What the user says about what may be shown, and what follows from it. */
@NullMarked
package app.keepsake.operations.choices;

import org.jspecify.annotations.NullMarked;
