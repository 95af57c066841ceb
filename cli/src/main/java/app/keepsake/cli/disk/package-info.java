/** Users' files, on disks that may not answer. */
@NullMarked
package app.keepsake.cli.disk;

import org.jspecify.annotations.NullMarked;
