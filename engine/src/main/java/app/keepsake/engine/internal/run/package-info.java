/** Steps that compute a node, and the threads that run them. */
@NullMarked
package app.keepsake.engine.internal.run;

import org.jspecify.annotations.NullMarked;
