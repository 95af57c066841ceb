/** What words mean. */
@NullMarked
package app.keepsake.language;

import org.jspecify.annotations.NullMarked;
