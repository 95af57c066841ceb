/** What goes over the wire: JSON and problems. Below all else that answers requests. */
@NullMarked
package app.keepsake.server.internal.wire;

import org.jspecify.annotations.NullMarked;
