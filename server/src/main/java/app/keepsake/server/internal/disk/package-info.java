/** Users' files, on disks that may not answer. */
@NullMarked
package app.keepsake.server.internal.disk;

import org.jspecify.annotations.NullMarked;
