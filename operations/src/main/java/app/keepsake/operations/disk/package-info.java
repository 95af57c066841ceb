/** Users' files, on disks that may not answer. */
@NullMarked
package app.keepsake.operations.disk;

import org.jspecify.annotations.NullMarked;
