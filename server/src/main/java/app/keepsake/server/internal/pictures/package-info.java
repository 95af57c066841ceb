@NullMarked
package app.keepsake.server.internal.pictures;

import org.jspecify.annotations.NullMarked;
