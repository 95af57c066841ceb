/** Libraries of a known story, to measure memories against. */
@NullMarked
package app.keepsake.memories.simulator;

import org.jspecify.annotations.NullMarked;
