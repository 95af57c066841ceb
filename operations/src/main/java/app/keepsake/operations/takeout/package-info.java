/** Exports of Google Photos as Google Takeout gives them: what is in them, and how their ZIPs become folders. */
@NullMarked
package app.keepsake.operations.takeout;

import org.jspecify.annotations.NullMarked;
