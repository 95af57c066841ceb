/** Commands; assembles the modules. */
@NullMarked
package app.keepsake.cli;

import org.jspecify.annotations.NullMarked;
