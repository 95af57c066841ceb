/** Whether all is well, in plain words, and an archive that tells it to somebody else without any names. */
@NullMarked
package app.keepsake.cli.doctor;

import org.jspecify.annotations.NullMarked;
