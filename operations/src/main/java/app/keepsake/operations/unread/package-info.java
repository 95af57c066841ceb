/** What is read of photos one by one, when there is time. */
@NullMarked
package app.keepsake.operations.unread;

import org.jspecify.annotations.NullMarked;
