/** Real servers in temporary folders, for tests and measurements. */
@NullMarked
package app.keepsake.testbed;

import org.jspecify.annotations.NullMarked;
