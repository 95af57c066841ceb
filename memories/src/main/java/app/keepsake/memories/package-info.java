/** Events, kinds of memories, selection and titles: plain logic over catalog records. */
@NullMarked
package app.keepsake.memories;

import org.jspecify.annotations.NullMarked;
