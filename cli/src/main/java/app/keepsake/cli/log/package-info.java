@NullMarked
package app.keepsake.cli.log;

import org.jspecify.annotations.NullMarked;
