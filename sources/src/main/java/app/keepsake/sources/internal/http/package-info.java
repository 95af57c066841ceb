/** What all sources that are asked over HTTP share. */
@NullMarked
package app.keepsake.sources.internal.http;

import org.jspecify.annotations.NullMarked;
