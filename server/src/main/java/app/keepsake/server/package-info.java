@NullMarked
package app.keepsake.server;

import org.jspecify.annotations.NullMarked;
