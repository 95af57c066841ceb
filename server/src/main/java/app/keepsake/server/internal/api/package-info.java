@NullMarked
package app.keepsake.server.internal.api;

import org.jspecify.annotations.NullMarked;
