/** How files are built, read without trust: no length that a file tells decides how much memory is taken. */
@NullMarked
package app.keepsake.media.internal.structure;

import org.jspecify.annotations.NullMarked;
