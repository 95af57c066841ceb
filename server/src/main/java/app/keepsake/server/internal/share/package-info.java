@NullMarked
package app.keepsake.server.internal.share;

import org.jspecify.annotations.NullMarked;
