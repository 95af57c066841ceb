@NullMarked
package app.keepsake.server.internal.library;

import org.jspecify.annotations.NullMarked;
