@NullMarked
package app.keepsake.server.internal.access;

import org.jspecify.annotations.NullMarked;
