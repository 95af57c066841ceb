/** When pictures were taken: which dates are doubtful, what the user says of them, and what other programs learn of it. */
@NullMarked
package app.keepsake.operations.dates;

import org.jspecify.annotations.NullMarked;
