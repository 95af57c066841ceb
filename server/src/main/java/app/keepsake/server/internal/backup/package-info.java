@NullMarked
package app.keepsake.server.internal.backup;

import org.jspecify.annotations.NullMarked;
