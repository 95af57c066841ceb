/**
 * What a user can ask for, one class each, for whoever asks: the command line, the service, a measurement. Neither words
 * of commands nor HTTP are known here.
 */
@NullMarked
package app.keepsake.operations;

import org.jspecify.annotations.NullMarked;
