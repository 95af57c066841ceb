/** Groups assets by time and place: moments, the places where one lives, days, trips. */
@NullMarked
package app.keepsake.memories.internal.group;

import org.jspecify.annotations.NullMarked;
