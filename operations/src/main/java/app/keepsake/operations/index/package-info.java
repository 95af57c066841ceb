/** From folders of files to the catalog: what is there, what is new, and what is in it. */
@NullMarked
package app.keepsake.operations.index;

import org.jspecify.annotations.NullMarked;
