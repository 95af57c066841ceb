@NullMarked
package app.keepsake.server.internal.work;

import org.jspecify.annotations.NullMarked;
